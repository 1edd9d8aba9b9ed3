"""How Django finds the log of what was handed out."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Import and export at the desk."""

    name = "khronika.desk.exchange"
    label = "exchange"
    default_auto_field = "django.db.models.BigAutoField"
