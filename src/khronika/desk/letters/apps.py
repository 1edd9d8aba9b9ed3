"""How Django finds the table of letters."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The letters of the logbook."""

    name = "khronika.desk.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"
