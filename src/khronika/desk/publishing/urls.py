"""The addresses of publishing."""

from django.urls import path

from khronika.desk.publishing import views

urlpatterns = [
    path("publish", views.publishing, name="publish"),
    path("publish/preview", views.preview, name="preview"),
    path("publish/pack", views.pack, name="pack"),
    path("publish/take-down", views.take_down, name="take-down"),
    path("publish/<slug:which>/<path:path>", views.built, name="built"),
]
