"""That somebody of the group goes to a hearing. The hearings themselves are in the record."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Cover(models.Model):
    """Somebody goes to the person's hearing on this day."""

    person = models.CharField(max_length=200, db_index=True)
    day = models.DateField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        """Nobody says so twice."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "day", "by"], name="one_cover_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"
