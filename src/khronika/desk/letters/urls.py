"""The addresses of writing."""

from django.urls import path

from khronika.desk.letters import views

urlpatterns = [
    path("people/<slug:slug>/write", views.write, name="write"),
    path("people/<slug:slug>/letters/<int:number>", views.outcome, name="outcome"),
]
