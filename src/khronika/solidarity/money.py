"""What has to be said before somebody sends money or pays for a parcel."""

from collections.abc import Collection
from datetime import date

from khronika.errors import Say

BLOCKING = "rosfinmonitoring"
# Accounts of those listed for crimes the state calls extremist are blocked as well since this day.
EXTREMISTS_BLOCKED_SINCE = date(2025, 6, 1)


def payment_warnings(lists: Collection[str], *, on: date) -> tuple[Say, ...]:
    """Warnings for a person on these lists, keys of the table of lists; the general one is last."""
    listed = BLOCKING in lists
    said = [Say("money.listed")] if listed else []
    if listed and on >= EXTREMISTS_BLOCKED_SINCE:
        said.append(Say("money.account-blocked"))
    return (*said, Say("money.ask-first"))
