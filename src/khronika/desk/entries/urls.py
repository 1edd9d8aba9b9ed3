"""The addresses of entries, of their statements, and of the history of a person."""

from django.urls import path

from khronika.desk.entries import views

urlpatterns = [
    path("people/<slug:slug>/history", views.history, name="history"),
    path("people/<slug:slug>/entries/<slug:entry>", views.entry, name="entry"),
    path("people/<slug:slug>/entries/<slug:entry>/merge", views.merge, name="merge"),
    path("people/<slug:slug>/entries/<slug:entry>/split", views.split, name="split"),
    path("people/<slug:slug>/statements/<slug:claim>", views.statement, name="statement"),
    path("people/<slug:slug>/statements/<slug:claim>/reject", views.reject, name="reject"),
    path("people/<slug:slug>/statements/<slug:claim>/restore", views.restore, name="restore"),
    path("people/<slug:slug>/statements/<slug:claim>/level", views.level, name="level"),
    path("people/<slug:slug>/statements/<slug:claim>/correct", views.correct, name="correct"),
    path("people/<slug:slug>/decisions/<slug:decision>/undo", views.undo, name="undo"),
]
