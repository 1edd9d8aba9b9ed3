"""The addresses of hearings."""

from django.urls import path

from khronika.desk.logbook.hearings import views

urlpatterns = [
    path("logbook/hearings", views.hearings, name="hearings"),
    path("people/<slug:slug>/hearings/<slug:day>/cover", views.cover, name="cover"),
    path("people/<slug:slug>/hearings/<slug:day>", views.hearing_outcome, name="hearing-outcome"),
]
