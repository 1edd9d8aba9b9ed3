"""Letters: how each went, and what became of it.

Invariants:

- Nobody who wrote is named, and nothing of what was written is kept.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Letter(models.Model):
    """A letter that went to a person: how, when, and what became of it.

    `replier` is who said, after an answer, that they would write back.
    """

    class Outcome(models.TextChoices):
        """What became of it, as far as known."""

        SENT = "sent"
        ANSWERED = "answered"
        RETURNED = "returned"
        SILENT = "silent"

    person = models.CharField(max_length=200, db_index=True)
    channel = models.CharField(max_length=40)
    sent = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.SENT)
    outcome_day = models.DateField(null=True, blank=True)
    replier = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-sent", "-pk"]

    def __str__(self) -> str:
        return f"{self.sent:%Y-%m-%d} {self.outcome}"
