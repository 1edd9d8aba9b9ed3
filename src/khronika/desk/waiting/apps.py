"""How Django finds the table of what somebody was asked to read."""

from django.apps import AppConfig


class WaitingConfig(AppConfig):
    """What waits for a second reader and is not in the record yet."""

    name = "khronika.desk.waiting"
    label = "waiting"
    default_auto_field = "django.db.models.BigAutoField"
