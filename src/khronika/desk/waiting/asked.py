"""Asks for a second reader, and takes the answer; see `review.second_reader` for what needs one.

Invariants:

- Who asked, or wrote what is asked about, answers nothing.
- A yes is a decision of whoever says it; who asked stands beside it in the record.
"""

from collections.abc import Sequence
from datetime import timedelta

from khronika.casebook.recording import decided
from khronika.desk.entries.writes import leveled
from khronika.desk.second import ALONE, is_alone
from khronika.desk.visit import Visit
from khronika.desk.waiting.models import Asked, Edited
from khronika.ledger.ledger import Ledger, Recorded
from khronika.review.second_reader import check_second, why_second_to_open
from khronika.schema.claim import ClaimId
from khronika.schema.visibility import Use, Visibility

KEPT = timedelta(days=730)


def about(target: str) -> Asked | None:
    """What was asked about this and nobody has answered."""
    return Asked.objects.filter(target=target, answer="").first()


def open_questions() -> Sequence[Asked]:
    """Everything nobody has answered."""
    return list(Asked.objects.filter(answer=""))


def refused(visit: Visit) -> Sequence[Asked]:
    """What this visitor asked and somebody said no to."""
    return list(Asked.objects.filter(by=visit.known.hand).exclude(answer=""))


def has_to_be_asked(claim: ClaimId, wanted: Visibility, visit: Visit, *, by_choice: bool) -> bool:
    """Whether somebody else has to say yes before the statement goes this far."""
    level = visit.snapshot.in_force.claim_level(claim, Use.PUBLIC)
    if is_alone(visit) or wanted.strictness >= level.strictness:
        return False
    return by_choice or why_second_to_open(level) is not None


def why_alone(claim: ClaimId, wanted: Visibility, visit: Visit, *, reason: str) -> str:
    """The reason; where nobody else could say yes to unsealing, with that."""
    level = visit.snapshot.in_force.claim_level(claim, Use.PUBLIC)
    is_less = wanted.strictness < level.strictness and why_second_to_open(level) is not None
    return f"{reason} {visit.wording.gettext(ALONE)}" if is_less and is_alone(visit) else reason


def ask_to_open(claim: ClaimId, level: Visibility, visit: Visit, *, reason: str) -> None:
    """Ask that the statement goes this far; an earlier question about it gives way."""
    _ask(Asked.What.STATEMENT, claim, level, visit, reason=reason)


def ask_to_publish(file: str, mark: str, visit: Visit, *, reason: str) -> None:
    """Ask that the text may be published as it is now."""
    _ask(Asked.What.TEXT, file, Visibility.PUBLIC, visit, reason=reason, mark=mark)


def _ask(  # noqa: PLR0913 - a question is no less
    what: Asked.What, target: str, level: Visibility, visit: Visit, *, reason: str, mark: str = ""
) -> None:
    forget(visit)
    Asked.objects.filter(target=target).delete()
    Asked.objects.create(
        what=what, target=target, level=level.value, reason=reason, mark=mark,
        by=visit.known.hand, at=visit.now,
    )  # fmt: skip


def take_back(target: str) -> None:
    """What was asked about this is asked no more."""
    Asked.objects.filter(target=target).delete()


def say_yes(one: Asked, visit: Visit) -> None:
    """The statement goes as far as was asked; raises `SamePerson`."""
    check_second(one.by, visit.known.hand)
    level = Visibility(one.level)
    decisions = leveled(ClaimId(one.target), level, visit, reason=one.reason)
    asker = Recorded(at=f"{one.at:%Y-%m-%dT%H:%M:%SZ}", by=one.by)
    batch = decided(decisions, recorded=visit.recorded)
    asked_by = Ledger(recorded={decisions[0].id(): frozenset({asker})})
    visit.archive.record(batch | asked_by)
    one.delete()


def say_no(one: Asked, visit: Visit, *, reason: str) -> None:
    """It stays as it is; who asked is told why. Raises `SamePerson`."""
    check_second(one.by, visit.known.hand)
    one.answer, one.answered_by = reason, visit.known.hand
    one.save()


def note_edit(file: str, visit: Visit) -> None:
    """This visitor wrote or changed the text; what was asked about it before is asked no more."""
    take_back(file)
    Edited.objects.update_or_create(file=file, by=visit.known.hand, defaults={"at": visit.now})


def editors_of(file: str) -> frozenset[str]:
    """The keys of everybody who wrote or changed the text at this desk."""
    return frozenset(Edited.objects.filter(file=file).values_list("by", flat=True))


def forget(visit: Visit) -> None:
    """Let go of what is older than we keep it."""
    Asked.objects.filter(at__lt=visit.now - KEPT).delete()
    Edited.objects.filter(at__lt=visit.now - KEPT).delete()
