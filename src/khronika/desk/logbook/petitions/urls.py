"""The addresses of petitions."""

from django.urls import path

from khronika.desk.logbook.petitions import views

urlpatterns = [
    path("logbook/petitions", views.petitions, name="petitions"),
    path("logbook/petitions/for/<slug:slug>", views.petition, name="petition"),
    path("logbook/petitions/<int:number>/answer", views.petition_answer, name="petition-answer"),
]
