"""The addresses of parcels."""

from django.urls import path

from khronika.desk.logbook.parcels import views

urlpatterns = [
    path("people/<slug:slug>/parcels", views.parcels, name="parcels"),
    path("people/<slug:slug>/parcels/<int:number>", views.move, name="parcel"),
    path("logbook/parcels", views.slots, name="slots"),
    path("logbook/parcels/free.csv", views.slots_file, name="slots-file"),
]
