"""The addresses of texts."""

from django.urls import path

from khronika.desk.texts import views

urlpatterns = [
    path("people/<slug:slug>/texts", views.texts, name="texts"),
    path("people/<slug:slug>/texts/<slug:lang>", views.text, name="text"),
    path("people/<slug:slug>/texts/<slug:lang>/from/<slug:original>", views.translate,
         name="translate"),
]  # fmt: skip
