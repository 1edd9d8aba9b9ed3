"""Every address of the desk, app by app."""

from django.urls import include, path

urlpatterns = [
    path("", include("khronika.desk.setup.urls")),
    path("", include("khronika.desk.accounts.urls")),
    path("", include("khronika.desk.people.urls")),
    path("", include("khronika.desk.entries.urls")),
    path("", include("khronika.desk.photos.urls")),
    path("", include("khronika.desk.texts.urls")),
    path("", include("khronika.desk.documents.urls")),
    path("", include("khronika.desk.logbook.urls")),
    path("", include("khronika.desk.search.urls")),
    path("", include("khronika.desk.waiting.urls")),
    path("", include("khronika.desk.publishing.urls")),
    path("", include("khronika.desk.exchange.urls")),
    path("", include("khronika.desk.api.urls")),
]

handler400 = "khronika.desk.refusals.bad_request"
handler403 = "khronika.desk.refusals.not_allowed"
handler404 = "khronika.desk.refusals.not_found"
handler500 = "khronika.desk.refusals.failed"
