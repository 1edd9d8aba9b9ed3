"""The addresses of payments."""

from django.urls import path

from khronika.desk.logbook.payments import views

urlpatterns = [
    path("logbook/payments", views.payments, name="payments"),
    path("logbook/payments.csv", views.payments_file, name="payments-file"),
    path("logbook/payments/fund", views.fund, name="fund"),
    path("logbook/payments/for/<slug:slug>", views.ask, name="ask"),
    path("logbook/payments/<int:number>/yes", views.agree, name="agree"),
    path("logbook/payments/<int:number>/paid", views.pay, name="pay"),
    path("logbook/payments/<int:number>/withdraw", views.withdraw, name="withdraw"),
]
