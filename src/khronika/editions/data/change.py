"""What changed since the issue before, one thing a line; empty where there is none to compare with.

Invariants:

- It says what the page of changes says, by the same reckoning, and is as silent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khronika.clearance.issue import Issue
from khronika.clearance.publication import Publication
from khronika.editions.change import Change, changes
from khronika.editions.data.column import DISPUTED, Column
from khronika.editions.data.person import shown
from khronika.schema.subject import SubjectId
from khronika.schema.value import Value


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One thing that changed about a subject."""

    since: Issue
    subject: SubjectId
    address: str
    what: str
    kind: str = ""
    field: str = ""
    before: str = ""
    now: str = ""


def change_rows(publication: Publication) -> list[ChangeRow]:
    """Everything that changed, by subject; errata last."""
    found = changes(publication)
    if found is None:
        return []
    rows = [
        ChangeRow(found.since, one.subject, publication.addresses[one.subject], *cells)
        for one in found.about
        for cells in _cells(one, publication)
    ]
    return rows + [
        ChangeRow(
            found.since,
            one.subject,
            publication.addresses[one.subject],
            "erratum",
            one.kind,
            one.field,
            _shown(one.wrong),
            _shown(one.now),
        )
        for one in found.errata
    ]


def _cells(change: Change, publication: Publication) -> Iterator[tuple[str, ...]]:
    """What changed, its kind and field, what stood before, what stands now."""
    if change.is_new:
        yield ("new",)
    if change.status is not None:
        now = publication.people[change.subject].status.code
        yield "status", "", "", change.status.value, now.value
    for added in change.added:
        yield "added", added.kind, "", "", _shown(added.when)
    for one in change.revised:
        yield one.turn.value, one.kind, one.field, _shown(one.before), _shown(one.now)
    if change.more:
        yield ("more",)


def _shown(values: Iterable[Value]) -> str:
    return DISPUTED.join(shown(one) for one in values)


CHANGE_COLUMNS: list[Column[ChangeRow]] = [
    Column("since", "text", "the issue compared with", lambda row: row.since.name),
    Column("since_day", "date", "its day", lambda row: row.since.day.isoformat()),
    Column("id", "text", "public address of the person or case", lambda row: row.address),
    Column("subject", "text", "id of the person or case in claims.jsonl", lambda row: row.subject),
    Column(
        "what",
        "choice",
        "new: had no page; status; added: an event or trait; known, refined, disputed, settled, "
        "changed: a field; more: the page says more; erratum: what was printed was wrong",
        lambda row: row.what,
    ),
    Column(
        "kind", "kind", "what kind of statement; see the rows of type kind", lambda row: row.kind
    ),
    Column("field", "text", "which field of it; see the rows kind.field", lambda row: row.field),
    Column("before", "text", "what stood in that issue", lambda row: row.before),
    Column("now", "text", "what stands now; of what was added, its date", lambda row: row.now),
]
