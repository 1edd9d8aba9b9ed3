"""The addresses of documents."""

from django.urls import path

from khronika.desk.documents import marking_views, reading_views, views

urlpatterns = [
    path("documents", views.documents, name="documents"),
    path("add-document", views.add_document, name="add-document"),
    path("add-document/files", views.add_files, name="add-files"),
    path("add-document/address", views.add_address, name="add-address"),
    path("add-document/words", views.add_words, name="add-words"),
    path("note-call", views.note_call, name="note-call"),
    path("documents/<slug:source>", reading_views.read, name="reader"),
    path("documents/<slug:source>/describe", views.describe, name="describe"),
    path("documents/<slug:source>/read", views.read_again, name="read-again"),
    path("documents/<slug:source>/progress", views.progress, name="progress"),
    path("documents/<slug:source>/original", views.original, name="original"),
    path("documents/<slug:source>/back", reading_views.take_back, name="take-back"),
    path("documents/<slug:source>/pages/<int:number>/mark", marking_views.mark, name="mark"),
    path(
        "documents/<slug:source>/pages/<int:number>.png",
        reading_views.page_picture,
        name="page-picture",
    ),
    path("documents/<slug:source>/proposals/<slug:suggestion>", reading_views.act, name="act"),
    path(
        "documents/<slug:source>/proposals/<slug:suggestion>/correct",
        reading_views.correct,
        name="correct-proposal",
    ),
]
