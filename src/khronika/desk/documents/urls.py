"""The addresses of documents."""

from django.urls import path

from khronika.desk.documents import views

urlpatterns = [
    path("people/<slug:slug>/documents/<slug:source>", views.document, name="document"),
]
