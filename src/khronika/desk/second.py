"""What one person cannot put into the record alone at this desk, and who may say yes to it.

Invariants:

- Who recorded or edited a thing never says yes to it.
- Where nobody else here may say yes, what an editor records counts at once, and the record says
  that nobody else read it: a rule that cannot be kept is not kept in secret.
"""

from collections.abc import Iterable, Mapping

from khronika.casebook.recording import accepted
from khronika.desk.accounts import reads
from khronika.desk.accounts.models import Account
from khronika.desk.rules import EDITORS
from khronika.desk.visit import Visit
from khronika.ledger.ledger import Ledger
from khronika.review.second_reader import why_second
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.subject import SubjectId
from khronika.values.sentence import N_

ALONE = N_("Nobody else at this desk could read it.")


def colleagues(hands: Iterable[str]) -> tuple[Account, ...]:
    """Everybody who may say yes to what these people recorded."""
    own = set(hands)
    return tuple(
        one
        for one in reads.everybody()
        if one.is_active and one.role in EDITORS and one.hand not in own
    )


def is_alone(visit: Visit) -> bool:
    """Whether nobody but this visitor may say yes to anything here."""
    return not colleagues([visit.known.hand])


def accepted_now(claims: Mapping[ClaimId, Claim], visit: Visit, *, ask: bool = False) -> Ledger:
    """The acceptance of those of the claims that count at once; `ask` keeps all back for another.

    A volunteer's wait for an editor, whatever they are.
    """
    if visit.role not in EDITORS:
        return Ledger()
    needing = [one for one, claim in claims.items() if ask or _needs_second(claim, visit)]
    plain = [one for one in claims if one not in needing]
    batch = accepted(plain, recorded=visit.recorded, reason="")
    if needing and is_alone(visit):
        reason = visit.wording.gettext(ALONE)
        batch |= accepted(needing, recorded=visit.recorded, reason=reason)
    return batch


def _needs_second(claim: Claim, visit: Visit) -> bool:
    return why_second(claim, known=known_to(visit)) is not None


def known_to(visit: Visit) -> frozenset[SubjectId]:
    """Every subject of which something counts."""
    return frozenset(one for one, held in visit.snapshot.kept.by_subject.items() if held)
