"""Petitions that went out, and what was answered."""

from typing import ClassVar

from django.db import models


class Petition(models.Model):
    """A petition for a person or a case: to which office, how, by when it should be answered."""

    subject = models.CharField(max_length=200, db_index=True)
    office = models.CharField(max_length=200)
    channel = models.CharField(max_length=80)
    sent = models.DateField()
    due = models.DateField(null=True, blank=True)
    answered = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-sent", "-pk"]

    def __str__(self) -> str:
        return f"{self.sent:%Y-%m-%d}"
