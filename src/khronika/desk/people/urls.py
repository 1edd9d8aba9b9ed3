"""The addresses of people and cases."""

from django.urls import path

from khronika.desk.people import name_parts, pairs, views

urlpatterns = [
    path("people", views.people, name="people"),
    path("people/new", views.new_person, name="new-person"),
    path("people/maybe-here", views.maybe_here, name="maybe-here"),
    path("date-words", views.date_words, name="date-words"),
    path("people/<slug:slug>", views.person, name="person"),
    path("people/<slug:slug>/add/<slug:name>", views.fact, name="fact"),
    path("people/<slug:slug>/settle/<int:number>", views.settle, name="settle"),
    path("people/<slug:slug>/pair", pairs.pair, name="pair"),
    path("people/<slug:slug>/apart", pairs.apart, name="apart"),
    path("people/<slug:slug>/ready", views.ready, name="ready"),
    path("people/<slug:slug>/consent", views.consent, name="consent"),
    path("people/<slug:slug>/name", name_parts.name_parts, name="name-parts"),
    path("cases/<slug:slug>", views.case, name="case"),
]
