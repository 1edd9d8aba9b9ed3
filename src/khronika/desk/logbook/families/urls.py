"""The addresses of contact with families."""

from django.urls import path

from khronika.desk.logbook.families import views

urlpatterns = [
    path("people/<slug:slug>/contact", views.contact, name="contact"),
    path("people/<slug:slug>/keeper", views.keeper, name="keeper"),
]
