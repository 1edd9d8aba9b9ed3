"""Who stands behind a key in the record, as far as this visitor may know it.

Invariants:

- A name is told to coordinators alone, who see the accounts anyhow; to others a colleague is one.
- Of whoever left nothing is told to anybody but that they left.
"""

from functools import cached_property

from khronika.desk.accounts import reads
from khronika.desk.accounts.models import Account
from khronika.desk.rules import Role
from khronika.desk.visit import Visit

_HAND = "hand-"
_SHOWN = len(_HAND) + 4  # of a key, enough to tell colleagues apart on one page


class Who:
    """Says who stands behind keys to one visitor."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def __call__(self, hand: str) -> str:
        """The person behind this key, in words."""
        gettext = self._visit.wording.gettext
        account = self._accounts.get(hand)
        if account is None:
            return gettext("another desk") if hand.startswith(_HAND) else hand
        if account.pk == self._visit.known.pk:
            return gettext("you")
        if not account.is_active:
            return gettext("somebody who left")
        if self._visit.role is Role.COORDINATOR:
            return account.name
        return gettext("a colleague ({key})").format(key=hand[:_SHOWN])

    @cached_property
    def _accounts(self) -> dict[str, Account]:
        return {one.hand: one for one in reads.everybody()}
