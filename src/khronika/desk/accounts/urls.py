"""The addresses of the door."""

from django.urls import path

from khronika.desk.accounts import views

urlpatterns = [
    path("language", views.language, name="language"),
    path("sign-in", views.sign_in, name="sign-in"),
    path("sign-in/code", views.code, name="code"),
    path("sign-out", views.sign_out, name="sign-out"),
    path("account", views.account, name="account"),
    path("account/passphrase", views.passphrase, name="passphrase"),
    path("account/second-step", views.second_step, name="second-step"),
    path("account/sessions/<int:seat>/end", views.end_session, name="end-session"),
    path("accounts", views.accounts, name="accounts"),
    path("accounts/<int:number>/end", views.end_access, name="end-access"),
]
