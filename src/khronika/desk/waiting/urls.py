"""The addresses of what waits."""

from django.urls import path

from khronika.desk.waiting import views

urlpatterns = [
    path("waiting", views.waiting, name="waiting"),
    path("waiting/together", views.answer_all, name="answer-all"),
    path("waiting/asked/<int:number>", views.answer_asked, name="answer-asked"),
    path("waiting/<slug:claim>", views.answer, name="answer"),
]
