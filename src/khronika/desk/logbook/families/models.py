"""Who of the group keeps contact with a family, and the days somebody spoke with them.

Invariants:

- Nothing of what was said is here: what a family tells is a source, and goes into the record.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Contact(models.Model):
    """Somebody spoke with the family of the person on this day."""

    person = models.CharField(max_length=200, db_index=True)
    on = models.DateField()

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}"


class Keeper(models.Model):
    """Who keeps contact with the family; `renewed` when they last said so or spoke with them."""

    person = models.CharField(max_length=200, unique=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    renewed = models.DateField()

    def __str__(self) -> str:
        return f"{self.renewed:%Y-%m-%d}"
