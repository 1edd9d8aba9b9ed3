"""The addresses of what waits."""

from django.urls import path

from khronika.desk.waiting import views

urlpatterns = [
    path("waiting", views.waiting, name="waiting"),
    path("waiting/<slug:claim>", views.answer, name="answer"),
]
