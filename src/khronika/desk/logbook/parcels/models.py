"""Parcels, each in a slot of its own.

Invariants:

- Two parcels of one person that count together are never in one slot; the database says so.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from khronika.solidarity.parcels import ParcelKind


class Parcel(models.Model):
    """A parcel somebody means to send, or sent: in which slot, how heavy, what became of it.

    `partner` is the group that took the slot, where it was not ours; `kilograms` may be unknown.
    """

    class Way(models.TextChoices):
        """By post (посылка), over the counter (передача), or as a small packet (бандероль)."""

        POST = "post"
        COUNTER = "counter"
        PACKET = "packet"

    class State(models.TextChoices):
        """How far it is; a parcel that came back counts no more."""

        RESERVED = "reserved"
        SENT = "sent"
        ARRIVED = "arrived"
        RETURNED = "returned"

    person = models.CharField(max_length=200, db_index=True)
    way = models.CharField(max_length=10, choices=Way.choices)
    counts_as = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ParcelKind]
    )
    slot = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.RESERVED)
    reserved = models.DateField()
    sent = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)
    kilograms = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    partner = models.CharField(max_length=100, blank=True, default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-reserved", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "counts_as", "slot"],
                condition=~models.Q(state="returned"),
                name="one_parcel_in_a_slot",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reserved:%Y-%m-%d} {self.state}"
