"""The addresses of the first hours."""

from django.urls import path

from khronika.desk.logbook.detained import views

urlpatterns = [
    path("logbook/detained", views.detained, name="detained"),
    path("people/<slug:slug>/detained", views.detention, name="detention"),
    path("people/<slug:slug>/detained/tick", views.tick, name="tick"),
    path("people/<slug:slug>/detained/over", views.detention_over, name="detention-over"),
]
