"""The addresses of photos."""

from django.urls import path

from khronika.desk.photos import views

urlpatterns = [
    path("people/<slug:slug>/photos", views.photos, name="photos"),
    path("people/<slug:slug>/photos/<slug:claim>", views.photo, name="photo"),
    path("people/<slug:slug>/photos/<slug:claim>/mask", views.mask, name="mask"),
]
