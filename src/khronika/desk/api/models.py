"""Tokens: what a program shows instead of a passphrase.

Invariants:

- The token itself is kept nowhere, only its hash: it is shown once, to whoever made it.
- A token does one thing (its scope), as a volunteer or as the support group of one case, and until
  a day. It ends with the access of whoever made it.
"""

from typing import ClassVar

from django.db import models

from khronika.desk.accounts.models import Account, new_hand
from khronika.desk.rules import Role, Scope


class Token(models.Model):
    """A token. `case` is set for one that sees a single case; `hand` stands in the record."""

    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Scope])
    case = models.CharField(max_length=200, blank=True, default="")
    hand = models.CharField(max_length=40, unique=True, default=new_hand)
    made_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    since = models.DateField()
    until = models.DateField()
    used = models.DateField(null=True, blank=True)

    class Meta:
        """The latest first."""

        ordering: ClassVar[list[str]] = ["-since", "-pk"]

    def __str__(self) -> str:
        return self.hand

    def account(self) -> Account:
        """An account that nobody can sign in with, and that may see what the token may."""
        role = Role.SUPPORT if self.case else Role.VOLUNTEER
        return Account(name=self.name, role=role.value, hand=self.hand, case=self.case)
