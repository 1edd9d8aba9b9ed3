"""What the week holds for the people a visitor may see.

Invariants:

- Ten questions at most: what is asked of tired people is what can be done.
- No volunteer is named; the page can lie on a table.
- Every list has an end; how many more there are stands below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from khronika.desk.logbook.subject import named
from khronika.desk.rules import Role
from khronika.desk.visit import Visit
from khronika.desk.week.lines import Lines, lines_of
from khronika.desk.week.ours import Ours, ours_of
from khronika.desk.week.questions import Question, grouped
from khronika.dossier.dossier import Ahead, Gap
from khronika.errors import Say
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.solidarity.freshness import mail_by

AHEAD = timedelta(days=14)
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A line: who it is about, what to say, where it leads, and a mark for who goes."""

    slug: str
    name: str
    say: str
    leads: str = "person"
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines, and how many more there are."""

    items: tuple[Item, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """Everything the start page shows."""

    detained: Part
    ahead: Part
    orders: Part
    letters: Part
    addresses: Part
    families: Part
    questions: tuple[tuple[str, tuple[Item, ...]], ...]


_Line = tuple[date, SubjectId, Say]


def week_of(visit: Visit) -> Week:
    """The fortnight from today on, and what is asked today."""
    ours = ours_of(visit) if visit.role is not Role.SUPPORT else Ours()
    lines = visit.snapshot.of_each(lines_of).values()
    addresses = [*_gaps(gap for one in lines for gap in one.addresses), *ours.failed_addresses]
    return Week(
        detained=_part(ours.detained, visit, leads="detention"),
        ahead=_ahead(lines, ours, visit),
        orders=_part(_gaps(gap for one in lines for gap in one.orders), visit),
        letters=_part(ours.letters, visit, leads="write"),
        addresses=_part(_once(addresses), visit, leads="write"),
        families=_part(ours.families, visit),
        questions=tuple(_asked(lines, ours, visit)),
    )


def _gaps(gaps: Iterable[Gap]) -> list[_Line]:
    return [(gap.due or date.max, gap.person, gap.say) for gap in gaps]


def _once(lines: Iterable[_Line]) -> list[_Line]:
    """One line a person: what is known best, which is what came last."""
    return list({person: (on, person, say) for on, person, say in lines}.values())


def _part(lines: Iterable[_Line], visit: Visit, *, leads: str = "person") -> Part:
    """The most pressing of the lines, in words."""
    ordered = sorted(lines, key=lambda one: (one[0], one[1]))
    items = [_item(person, say, visit, leads=leads) for _, person, say in ordered[:SHOWN]]
    return Part(tuple(items), max(0, len(ordered) - SHOWN))


def _item(person: SubjectId, say: Say, visit: Visit, *, leads: str = "person") -> Item:
    slug, name = named(person, visit)
    is_case = kind_of(person) is SubjectKind.CASE
    return Item(slug, name, visit.wording.say(say), "case" if is_case else leads)


def _ahead(lines: Iterable[Lines], ours: Ours, visit: Visit) -> Part:
    """Hearings, birthdays and ends of orders, the soonest first; of hearings whether one goes."""
    last = visit.today + AHEAD
    found = [ahead for one in lines for ahead in one.ahead if ahead.on <= last]
    found.sort(key=lambda one: (one.on, one.code != "hearing", one.person))
    items = tuple(_ahead_item(one, ours, visit) for one in found[:SHOWN])
    return Part(items, max(0, len(found) - SHOWN))


def _ahead_item(one: Ahead, ours: Ours, visit: Visit) -> Item:
    name, said = visit.reader.name(one.person), visit.wording.say(one.say)
    mark = ""
    if one.code == "hearing" and visit.role is not Role.SUPPORT:
        mark = "covered" if (one.person, one.on) in ours.covered else "open"
    if one.code == "birthday" and mail_by(one.on, channel="electronic") < visit.today:
        mark = "late"
    return Item(slug_of(one.person), name, said, mark=mark)


def _asked(
    lines: Iterable[Lines], ours: Ours, visit: Visit
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The questions of the week under their headings, the heaviest first."""
    known = ours.spoken_with
    gaps = (gap for one in lines for gap in one.questions)
    asked = (one for one in gaps if one.code != "no-contact" or one.person not in known)
    for heading, rows in grouped(asked, ours.questions):
        yield visit.wording.gettext(heading), tuple(_question(one, visit) for one in rows)


def _question(one: Question, visit: Visit) -> Item:
    return _item(one.person, one.say, visit, leads=one.leads)
