"""Payments that are asked for, who agreed, and the funds they come from.

Invariants:

- Nobody says yes twice to one payment; the database says so.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models


class Fund(models.Model):
    """Where money comes from. `account` is shown only beside what a lawyer wrote, and when."""

    name = models.CharField(max_length=80, unique=True)
    account = models.CharField(max_length=300, blank=True, default="")
    warning = models.TextField(blank=True, default="")
    lawyer = models.CharField(max_length=80, blank=True, default="")
    written = models.DateField(null=True, blank=True)
    changed = models.DateField()

    class Meta:
        """By name."""

        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return f"fund {self.pk}"


class Payment(models.Model):
    """A sum that is asked for a person or a case; `paid` is the day it went."""

    subject = models.CharField(max_length=200, db_index=True)
    fund = models.CharField(max_length=80)
    purpose = models.CharField(max_length=300)
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    currency = models.CharField(max_length=3)
    receipt = models.CharField(max_length=200, blank=True, default="")
    asked = models.DateField()
    paid = models.DateField(null=True, blank=True)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-asked", "-pk"]

    def __str__(self) -> str:
        return f"payment {self.pk}"


class Yes(models.Model):
    """Somebody agreed to a payment; `by` is empty once they left."""

    payment = models.ForeignKey(Payment, on_delete=models.CASCADE, related_name="yeses")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    on = models.DateField()

    class Meta:
        """One yes a person."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["payment", "by"], name="one_yes_a_person")
        ]

    def __str__(self) -> str:
        return f"yes to {self.payment_id}"
