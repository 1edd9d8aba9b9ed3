"""What was handed out: by which account, when, and what; never what stood in it.

Invariants:

- A row is forgotten after 24 months, like all that is the group's own business.
"""

from typing import ClassVar

from django.db import models

from khronika.desk.accounts.models import Account


class HandedOut(models.Model):
    """A file that left the desk. `what` is its kind and extent, such as `package, public`."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="handed_out")
    at = models.DateTimeField()
    what = models.CharField(max_length=120)

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.what}"
