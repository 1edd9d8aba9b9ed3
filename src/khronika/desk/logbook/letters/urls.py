"""The addresses of writing."""

from django.urls import path

from khronika.desk.logbook.letters import views

urlpatterns = [
    path("people/<slug:slug>/write", views.write, name="write"),
    path("people/<slug:slug>/letters/<int:number>", views.outcome, name="outcome"),
    path("people/<slug:slug>/letters/<int:number>/reply", views.reply, name="reply"),
    path("people/<slug:slug>/address/hold-back", views.hold_back, name="hold-back"),
]
