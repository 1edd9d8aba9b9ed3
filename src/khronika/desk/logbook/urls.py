"""Every address of the logbook, part by part."""

from django.urls import include, path

from khronika.desk.logbook import views

urlpatterns = [
    path("logbook", views.logbook, name="logbook"),
    path("", include("khronika.desk.logbook.detained.urls")),
    path("", include("khronika.desk.logbook.families.urls")),
    path("", include("khronika.desk.logbook.hearings.urls")),
    path("", include("khronika.desk.logbook.letters.urls")),
    path("", include("khronika.desk.logbook.parcels.urls")),
    path("", include("khronika.desk.logbook.payments.urls")),
    path("", include("khronika.desk.logbook.petitions.urls")),
]
