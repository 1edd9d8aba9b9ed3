"""The addresses of the first page."""

from django.urls import path

from khronika.desk.setup import views

urlpatterns = [
    path("", views.home, name="home"),
    path("setup", views.setup, name="setup"),
]
