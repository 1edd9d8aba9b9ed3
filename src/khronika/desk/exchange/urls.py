"""The addresses of what comes in and goes out as a file."""

from django.urls import path

from khronika.desk.exchange import views

urlpatterns = [
    path("import", views.upload, name="import"),
    path("import/<slug:key>", views.import_table, name="import-table"),
    path("export", views.export, name="export"),
]
