"""Who may come in: the rows that only the desk needs, and no rule.

Invariants:

- A name here is one the group chose for the desk; nobody's real name is asked for.
- The record knows an account by its `hand`, a random key; who is behind it stands here alone.
"""

from secrets import token_hex
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from khronika.desk.rules import Role


def new_hand() -> str:
    """A random key that stands in the record for whoever recorded or decided something."""
    return f"hand-{token_hex(6)}"


class Account(AbstractBaseUser):
    """Somebody who can sign in. `case` is set for a support group: the one case it is about."""

    name = models.CharField(max_length=60, unique=True)
    role = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Role])
    hand = models.CharField(max_length=40, unique=True, default=new_hand)
    language = models.CharField(max_length=5, default="en")
    case = models.CharField(max_length=200, blank=True, default="")
    is_active = models.BooleanField(default=True)
    since = models.DateField(auto_now_add=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        """Accounts are listed by name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.hand


class Seat(models.Model):
    """One browser that is signed in, so that its owner can see it and end it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="seats")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField()

    class Meta:
        """The latest first."""

        ordering = ("-since",)

    def __str__(self) -> str:
        return f"{self.account} {self.since:%Y-%m-%d}"
