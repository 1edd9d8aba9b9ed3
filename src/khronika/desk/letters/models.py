"""Letters of the logbook: the group's own business, never merged, exported or published.

Invariants:

- Nobody who wrote is named, and nothing of what was written is kept.
- A row is forgotten after 24 months.
"""

from typing import ClassVar

from django.db import models


class Letter(models.Model):
    """A letter that went to a person: how, when, and what became of it."""

    class Outcome(models.TextChoices):
        """What became of it, as far as known."""

        SENT = "sent"
        ANSWERED = "answered"
        RETURNED = "returned"

    person = models.CharField(max_length=200, db_index=True)
    channel = models.CharField(max_length=40)
    sent = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.SENT)
    outcome_day = models.DateField(null=True, blank=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-sent", "-pk"]

    def __str__(self) -> str:
        return f"{self.sent:%Y-%m-%d} {self.outcome}"
