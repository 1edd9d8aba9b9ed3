"""The first hours of somebody who was detained, and what was done in them."""

from typing import ClassVar

from django.db import models


class Detention(models.Model):
    """Somebody is held by the police since this minute, in UTC; `day` is the day it was there."""

    person = models.CharField(max_length=200, db_index=True)
    since = models.DateTimeField()
    day = models.DateField()
    ground = models.CharField(max_length=20, blank=True, default="")
    over = models.DateField(null=True, blank=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-since"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class Tick(models.Model):
    """A step of the checklist that is done, and the minute, in UTC."""

    detention = models.ForeignKey(Detention, on_delete=models.CASCADE, related_name="ticks")
    step = models.CharField(max_length=20)
    at = models.DateTimeField()
    day = models.DateField()

    class Meta:
        """A step is done once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["detention", "step"], name="one_tick_a_step")
        ]

    def __str__(self) -> str:
        return self.step
