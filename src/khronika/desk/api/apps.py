"""How Django finds the tables of tokens."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The tokens of programs."""

    name = "khronika.desk.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
