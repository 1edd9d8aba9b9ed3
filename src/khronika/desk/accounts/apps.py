"""How Django finds the tables of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The accounts of the desk."""

    name = "khronika.desk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
