"""The addresses for programs, and the page of their tokens."""

from django.urls import path

from khronika.desk.api import keys, views

urlpatterns = [
    path("tokens", keys.keys, name="tokens"),
    path("tokens/<int:number>/end", keys.end, name="end-token"),
    path("api/v1/people", views.people, name="api-people"),
    path("api/v1/people/<slug:slug>", views.person, name="api-person"),
    path("api/v1/proposals", views.proposals, name="api-proposals"),
]
