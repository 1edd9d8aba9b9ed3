"""From the beginning of an id to one claim."""

import re

from khronika.errors import KhronikaError
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import ClaimId

SHORTEST = 8  # of 64 hex digits: enough to tell a hundred thousand claims apart
_WHOLE = re.compile(r"[0-9a-f]{64}\Z")


class UnclearClaim(KhronikaError):
    """No claim or several begin like this."""


def the_claim(ledger: Ledger, written: str) -> ClaimId:
    """The claim whose id begins like this; a whole id is taken as it is."""
    if _WHOLE.match(written):
        return ClaimId(written)  # it may be redacted already, and then no ledger knows it
    found = [one for one in ledger.claims if len(written) >= SHORTEST and one.startswith(written)]
    if len(found) != 1:
        raise UnclearClaim(
            f"{len(found)} claims begin with {written!r}. Write the whole id, or at least "
            f"{SHORTEST} of its digits."
        )
    return found[0]
