"""What somebody asked somebody else to read before it goes further: rows of the desk, no record.

Invariants:

- A row says nothing of what it is about but its id or its file.
- A row is gone once the answer was seen, and after 24 months in any case.
"""

from typing import ClassVar

from django.db import models


class Asked(models.Model):
    """Somebody wants a statement or a text to go further, and asks for a second reader.

    `target` is a claim's id or a text's file, `mark` the hash of the text as it was then. `answer`
    is why somebody said no; a yes leaves no row.
    """

    class What(models.TextChoices):
        """What is to be read."""

        STATEMENT = "statement"
        TEXT = "text"

    what = models.CharField(max_length=10, choices=What.choices)
    target = models.CharField(max_length=300, db_index=True)
    level = models.CharField(max_length=10)
    mark = models.CharField(max_length=64, blank=True, default="")
    reason = models.CharField(max_length=300)
    by = models.CharField(max_length=40)
    at = models.DateTimeField()
    answer = models.CharField(max_length=300, blank=True, default="")
    answered_by = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        """The oldest first."""

        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.what} {self.at:%Y-%m-%d}"


class Edited(models.Model):
    """Somebody wrote or changed a text, and so is no second reader of it."""

    file = models.CharField(max_length=300, db_index=True)
    by = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        """One row for each text and hand."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["file", "by"], name="one_row_each")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
