"""What the week holds for the people a visitor may see.

Invariants:

- Ten questions at most: what is asked of tired people is what can be done.
- No volunteer is named; the page can lie on a table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from khronika.desk.snapshot import Snapshot
from khronika.dossier.dossier import Gap
from khronika.editions.reader import Reader
from khronika.schema.subject import slug_of

AHEAD = timedelta(days=14)
QUESTIONS = 10
# The questions of the week have a part of their own, the rest are asked at the end.
PARTS = {
    "orders": ("order-about-to-end", "order-over"),
    "addresses": ("no-address", "address-not-fresh"),
    "families": ("family-silent",),
}
_ASKED = ("hearing-without-outcome", "term-over", "no-word-of-appeal", "no-contact", "no-consent")


@dataclass(frozen=True, slots=True)
class Item:
    """A line: when it is due, who it is about, what to say."""

    on: date | None
    slug: str
    name: str
    say: str


@dataclass(frozen=True, slots=True)
class Week:
    """Everything the start page shows."""

    ahead: tuple[Item, ...]
    orders: tuple[Item, ...]
    addresses: tuple[Item, ...]
    families: tuple[Item, ...]
    questions: tuple[Item, ...]


def week_of(snapshot: Snapshot, language: str) -> Week:
    """The fortnight from the snapshot's day on, and what is asked on it."""
    reader = snapshot.reader(language)
    parts = {name: tuple(_gaps(snapshot, reader, codes)) for name, codes in PARTS.items()}
    questions = sorted(_gaps(snapshot, reader, _ASKED), key=_pressing)[:QUESTIONS]
    return Week(ahead=tuple(_ahead(snapshot, reader)), questions=tuple(questions), **parts)


def _ahead(snapshot: Snapshot, reader: Reader) -> list[Item]:
    last = snapshot.as_of + AHEAD
    found = [
        Item(one.on, slug_of(person), reader.name(person), reader.wording.say(one.say))
        for person, dossier in snapshot.people.items()
        for one in dossier.ahead
        if one.on <= last
    ]
    return sorted(found, key=lambda one: (one.on or date.max, one.name))


def _gaps(snapshot: Snapshot, reader: Reader, codes: tuple[str, ...]) -> Iterator[Item]:
    for person in reader.names:
        for gap in snapshot.people[person].gaps:
            if gap.code in codes:
                yield _item(gap, reader)


def _item(gap: Gap, reader: Reader) -> Item:
    name = reader.name(gap.person)
    return Item(gap.due, slug_of(gap.person), name, reader.wording.say(gap.say))


def _pressing(item: Item) -> tuple[date, str]:
    """What has been due for longest first; what has no day after it."""
    return item.on or date.max, item.name
