"""How Django finds the tables of the logbook."""

from django.apps import AppConfig


class LogbookConfig(AppConfig):
    """The group's own business."""

    name = "khronika.desk.logbook"
    label = "logbook"
    default_auto_field = "django.db.models.BigAutoField"
