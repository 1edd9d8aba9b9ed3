"""The addresses of publishing."""

from django.urls import path

from khronika.desk.publishing import carrying, views

urlpatterns = [
    path("publish", views.publishing, name="publish"),
    path("publish/preview", views.preview, name="preview"),
    path("publish/progress", views.progress, name="publish-progress"),
    path("publish/changed", views.changed, name="publish-changed"),
    path("publish/pack", carrying.pack, name="pack"),
    path("publish/place", carrying.place, name="site-place"),
    path("publish/send", carrying.send, name="site-send"),
    path("publish/take-down", carrying.take_down, name="take-down"),
    path("publish/gone/<slug:slug>", carrying.gone, name="publish-gone"),
    path("publish/<slug:which>/<path:path>", views.built, name="built"),
]
