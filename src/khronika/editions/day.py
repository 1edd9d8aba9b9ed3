"""Days to come on which somebody can be thought of, written to, or stood by.

Invariants:

- Exact days only: what is known to the month or year is not put on a day.
- Birthdays and anniversaries are those of people held now: nobody at liberty is put on a list.
- Where sources name different days, each is said to be disputed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from khronika.dossier.dossier import Dossier, StatusCode
from khronika.editions.count import IN_CUSTODY
from khronika.editions.reader import Reader
from khronika.editions.sorting import name_order
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId
from khronika.solidarity.days import next_yearly
from khronika.solidarity.tables import observances
from khronika.values.date import PartialDate
from khronika.values.sentence import N_

HELD = IN_CUSTODY | {StatusCode.HOUSE_ARREST, StatusCode.FORCED_LABOUR}
_WORDS = {
    "birthday": N_("Birthday"),
    "hearing": N_("Hearing"),
    "order-ends": N_("The measure is ordered until this day"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """Something on a day: `code` says what it is, `what` says it in words.

    About a person it rests on claims; about everybody it has a note, and `key` names it.
    """

    on: date
    code: str
    what: str
    person: SubjectId | None = None
    key: str = ""
    note: str = ""
    claims: tuple[ClaimId, ...] = ()
    disputed: bool = False


def days_ahead(reader: Reader) -> list[Day]:
    """The coming twelve months from the day of the edition, and what courts have set for later."""
    days = [*days_of_everybody(reader), *_marked(_of_people(reader))]
    names = reader.names

    def order(day: Day) -> tuple[object, ...]:
        name = names[day.person] if day.person else ""
        return day.on, name_order(name), day.what, day.claims

    return sorted(days, key=order)


def days_of_everybody(reader: Reader) -> Iterator[Day]:
    """The days kept in many countries, each as it next comes round."""
    as_of = reader.publication.as_of
    for (month, day), (name, note) in observances().items():
        yield Day(
            on=next_yearly(date(as_of.year, month, day), as_of),
            code="observance",
            what=name.in_language(reader.language),
            key=f"{month:02d}-{day:02d}",
            note=note.in_language(reader.language),
        )


def _of_people(reader: Reader) -> Iterator[Day]:
    for person in reader.names:
        for day in _coming(reader.publication.people[person], reader):
            yield replace(day, person=person)


def _marked(days: Iterable[Day]) -> Iterator[Day]:
    """The days; where the same claims name several, each is disputed."""
    days = list(days)
    named = Counter((one.person, one.what, one.claims) for one in days)
    for one in days:
        yield replace(one, disputed=named[one.person, one.what, one.claims] > 1)


def _coming(dossier: Dossier, reader: Reader) -> Iterator[Day]:
    is_held = dossier.status.code in HELD
    for one in dossier.ahead:
        if one.code != "birthday" or is_held:
            words = _WORDS.get(one.code)
            what = reader.wording.gettext(words) if words else reader.wording.say(one.say)
            yield Day(one.on, one.code, what, claims=one.claims)
    if is_held:
        yield from _anniversaries(dossier, reader)


def _anniversaries(dossier: Dossier, reader: Reader) -> Iterator[Day]:
    """The next anniversary of every arrest that has one exact day."""
    for entry in dossier.of_kind("arrest"):
        day = entry.value("date")
        if isinstance(day, PartialDate) and day.is_exact:
            on = next_yearly(day.first_day, reader.publication.as_of)
            if years := on.year - day.first_day.year:
                said = _years(years, reader)
                yield Day(on, "anniversary", said, key=entry.case or "", claims=entry.claims)


def _years(years: int, reader: Reader) -> str:
    said = reader.wording.ngettext(
        "{count} year since the arrest", "{count} years since the arrest", years
    )
    return said.format(count=reader.wording.number(years))
