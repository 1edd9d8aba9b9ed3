"""What waits for somebody's yes: statements, and what somebody was asked to read.

Invariants:

- Statements of one person that one colleague made are read together.
- What a statement would change is shown before it counts; the fold says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from khronika.desk.entries.reads import Shift, reader_with, said_of
from khronika.desk.second import colleagues, known_to
from khronika.desk.statement import LEVELS, Statement, hands_of, statement_of
from khronika.desk.visit import Visit
from khronika.desk.waiting import asked
from khronika.desk.waiting.models import Asked
from khronika.desk.who import Who
from khronika.editions.reader import Reader
from khronika.review.change import change, stated
from khronika.review.second_reader import why_second
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.value import Text
from khronika.schema.visibility import Visibility

MOST = 40  # groups on one page


@dataclass(frozen=True, slots=True)
class Group:
    """What one colleague stated of one person or case; `slug` is empty without a page yet.

    `why` says what a second reader is for, `readers` how many beside those who wrote may say yes;
    `own` that this visitor wrote it, and so says nothing.
    """

    slug: str
    name: str
    by: str
    own: bool
    why: tuple[str, ...]
    readers: int
    statements: tuple[Statement, ...]
    shift: Shift | None
    picture: ClaimId | None


@dataclass(frozen=True, slots=True)
class Question:
    """Something a colleague asks to have read; `file` is set for a text."""

    number: int
    slug: str
    name: str
    by: str
    own: bool
    reason: str
    level: str
    statement: Statement | None
    file: str
    answer: str
    answered_by: str


def waiting(visit: Visit) -> tuple[ClaimId, ...]:
    """Every claim that nobody accepted or rejected, the oldest first."""
    in_force = visit.snapshot.in_force
    ledger = in_force.ledger
    found = in_force.undecided
    firsts = {one: ledger.first_recorded(one) for one in found}
    return tuple(sorted(found, key=lambda one: (row.at if (row := firsts[one]) else "", one)))


def waiting_about(subjects: Iterable[SubjectId], visit: Visit) -> int:
    """How many claims about these wait."""
    in_force = visit.snapshot.in_force
    return sum(in_force.is_undecided(one) for one, _ in in_force.claims_about(subjects))


def groups(visit: Visit) -> tuple[Group, ...]:
    """What waits, by whom it is about and who stated it; at most `MOST`."""
    claims = visit.snapshot.in_force.ledger.claims

    def key(one: ClaimId) -> tuple[str, tuple[str, ...]]:
        return claims[one].subject, tuple(sorted(hands_of(one, visit)))

    ordered = sorted(waiting(visit), key=key)
    found = [tuple(rows) for _, rows in groupby(ordered, key)]
    who = Who(visit)
    shown = found[:MOST]
    reader = reader_with({one: claims[one] for ids in shown for one in ids}, visit)
    return tuple(_group(one, visit, who, reader=reader) for one in shown)


def _group(ids: tuple[ClaimId, ...], visit: Visit, who: Who, *, reader: Reader) -> Group:
    claims = visit.snapshot.in_force.ledger.claims
    subject = claims[ids[0]].subject
    person = visit.snapshot.find(slug_of(subject))
    hands = hands_of(ids[0], visit)
    statements = tuple(statement_of(one, visit, who) for one in ids)
    known = known_to(visit)
    whys = [why_second(claims[one], known=known) for one in ids]
    return Group(
        slug=slug_of(person) if person else "",
        name=_name(subject, person, visit),
        by=", ".join(map(who, sorted(hands))),
        own=any(one.own for one in statements),
        why=tuple(dict.fromkeys(visit.wording.say(one) for one in whys if one)),
        readers=len(colleagues(hands)),
        statements=statements,
        shift=_shift(ids, subject, visit, reader=reader),
        picture=next((one for one in ids if claims[one].kind == "portrait"), None),
    )


def _shift(
    ids: Iterable[ClaimId], subject: SubjectId, visit: Visit, *, reader: Reader
) -> Shift | None:
    """What it would change; nothing for somebody who is new, of whom it is all there is."""
    snapshot = visit.snapshot
    if kind_of(subject) is not SubjectKind.PERSON or snapshot.find(slug_of(subject)) is None:
        return None
    before = snapshot.reading.material
    claims = snapshot.in_force.ledger.claims
    after = stated(before, [claims[one] for one in ids])
    found = change(before, after, [subject], as_of=snapshot.as_of)
    return said_of(found, visit, reader=reader)


def _name(subject: SubjectId, person: SubjectId | None, visit: Visit) -> str:
    if person is not None and person in visit.snapshot.people:
        return visit.reader.name(person)
    claims = visit.snapshot.in_force.ledger.claims.values()
    named = [one.fields.get("text") for one in claims if one.subject == subject]
    return next((one.text for one in named if isinstance(one, Text)), slug_of(subject))


def questions(rows: Iterable[Asked], visit: Visit) -> tuple[Question, ...]:
    """What was asked, as the page shows it."""
    who = Who(visit)
    found = (_question(one, visit, who) for one in rows)
    return tuple(one for one in found if one is not None)


def _question(row: Asked, visit: Visit, who: Who) -> Question | None:
    claims = visit.snapshot.in_force.ledger.claims
    is_text = row.what == Asked.What.TEXT
    claim = claims.get(ClaimId(row.target))
    if not is_text and claim is None:
        return None  # redacted since
    hands = asked.editors_of(row.target) | {row.by} if is_text else {row.by}
    slug = row.target.split("/")[-1].split(".")[0] if claim is None else slug_of(claim.subject)
    person = visit.snapshot.find(slug)
    return Question(
        number=row.pk,
        slug=slug_of(person) if person else "",
        name=visit.reader.name(person) if person and person in visit.snapshot.people else slug,
        by=who(row.by),
        own=visit.known.hand in hands,
        reason=row.reason,
        level=visit.wording.gettext(LEVELS[Visibility(row.level)]),
        statement=None if claim is None else statement_of(ClaimId(row.target), visit, who),
        file=row.target if is_text else "",
        answer=row.answer,
        answered_by=who(row.answered_by) if row.answered_by else "",
    )
