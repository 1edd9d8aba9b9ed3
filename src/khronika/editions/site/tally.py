"""What the statistics page counts: persons by answer, with those nobody can count said apart.

Invariants:

- The unit is a person with a page; in a tally where one person can fall under several answers
  (articles), each answer counts persons, and `known` still counts everybody once.
- `known`, `disputed` and `unknown` add up to everybody asked about; nobody is left out silently.
- Somebody about whom sources disagree counts under an answer only if every version falls under it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier, StatusCode
from khronika.dossier.entry import Entry
from khronika.schema.kind import choices
from khronika.schema.value import Choice
from khronika.values.legal import LegalReference
from khronika.values.term import Term

T = TypeVar("T")


class Band(StrEnum):
    """How long a term of imprisonment is, in bands with both ends said."""

    SUSPENDED = "suspended"
    UNDER_3 = "under-3"
    UNDER_5 = "under-5"
    UNDER_10 = "under-10"
    UNDER_15 = "under-15"
    FROM_15 = "from-15"
    LIFE = "life"


_BELOW_YEARS = {Band.UNDER_3: 3, Band.UNDER_5: 5, Band.UNDER_10: 10, Band.UNDER_15: 15}


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What is known of one person: nothing, one answer or several, or versions that clash."""

    values: frozenset[T] = frozenset()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Tally(Generic[T]):
    """Persons by answer, in the order of printing, and how many could not be counted."""

    rows: Mapping[T, int]
    known: int
    disputed: int
    unknown: int

    @property
    def asked(self) -> int:
        """How many persons the question is about."""
        return self.known + self.disputed + self.unknown


def by_status(publication: Publication) -> Tally[StatusCode]:
    """Persons by where they stand; statuses nobody has are left out."""
    tally = _tally(publication.people.values(), _status)
    return _ordered(tally, [code for code in StatusCode if code in tally.rows])


def by_article(publication: Publication) -> Tally[LegalReference]:
    """Persons by every article they are or were accused under, most frequent first."""
    tally = _tally(publication.people.values(), _articles)
    return _ordered(tally, sorted(sorted(tally.rows), key=lambda one: -tally.rows[one]))


def by_year_of_arrest(publication: Publication) -> Tally[int]:
    """Persons by the year of their earliest dated arrest; years with nobody are left out."""
    return _by_year(publication, lambda dossier: dossier.of_kind("arrest"))


def by_year_of_verdict(publication: Publication) -> Tally[int]:
    """Persons by the year of their earliest dated verdict of a first court."""
    return _by_year(publication, _verdicts)


def by_term(publication: Publication) -> Tally[Band]:
    """Persons with a verdict by the term of imprisonment in the latest one of a first court."""
    tally = _tally(_sentenced(publication), _term)
    return _ordered(tally, [band for band in Band if band in tally.rows])


def by_regime(publication: Publication) -> Tally[str]:
    """Persons with a verdict by the regime named in the latest one of a first court."""
    tally = _tally(_sentenced(publication), _regime)
    return _ordered(tally, [one for one in choices()["regime"] if one in tally.rows])


def in_cases(publication: Publication) -> int:
    """Persons counted again for every case they are in."""
    return sum(len(dossier.cases) for dossier in publication.people.values())


def _tally(people: Iterable[Dossier], answer: Callable[[Dossier], Answer[T]]) -> Tally[T]:
    answers = [answer(dossier) for dossier in people]
    disputed = sum(1 for one in answers if one.disputed)
    known = sum(1 for one in answers if one.values)
    counted = Counter(value for one in answers for value in one.values)
    return Tally(counted, known, disputed, len(answers) - known - disputed)


def _ordered(tally: Tally[T], order: Iterable[T]) -> Tally[T]:
    rows = {one: tally.rows.get(one, 0) for one in order}
    return Tally(rows, tally.known, tally.disputed, tally.unknown)


def _by_year(publication: Publication, of: Callable[[Dossier], Iterable[Entry]]) -> Tally[int]:
    tally = _tally(publication.people.values(), lambda dossier: _year(of(dossier)))
    return _ordered(tally, sorted(tally.rows))


def _status(dossier: Dossier) -> Answer[StatusCode]:
    code = dossier.status.code
    if code is not StatusCode.UNKNOWN:
        return Answer(frozenset({code}))
    return Answer(disputed=dossier.status.reason.code in {"status.disputed", _DISPUTED_ORDER})


_DISPUTED_ORDER = "status.disputed-order"


def _articles(dossier: Dossier) -> Answer[LegalReference]:
    charged = [v for one in dossier.of_kind("charge") for v in one.values("article")]
    ruled = [v for one in dossier.of_kind("ruling") for v in one.values("articles")]
    named = [one for v in (*charged, *ruled) for one in (v if isinstance(v, tuple) else (v,))]
    return Answer(
        frozenset(
            LegalReference(one.code, one.article)
            for one in named
            if isinstance(one, LegalReference)
        )
    )


def _year(entries: Iterable[Entry]) -> Answer[int]:
    """The year of the earliest of them; a date that spans two years names none."""
    dated = [entry for entry in entries if entry.dates]
    if not dated:
        return Answer()
    first = min(dated, key=lambda one: (min(day.first_day for day in one.dates), one.key))
    spans = [{day.first_day.year, day.last_day.year} for day in first.dates]
    years = frozenset(year for span in spans for year in span)
    if len(years) == 1:
        return Answer(years)
    return Answer(disputed=all(len(span) == 1 for span in spans))


def _verdicts(dossier: Dossier) -> list[Entry]:
    """The rulings of first courts, in the order of time; a ruling of no named court is one."""
    return [
        entry
        for entry in dossier.of_kind("ruling")
        if entry.value("instance") in {None, Choice("first")}
    ]


def _sentenced(publication: Publication) -> list[Dossier]:
    return [one for one in publication.people.values() if _verdicts(one)]


def _term(dossier: Dossier) -> Answer[Band]:
    latest = _verdicts(dossier)[-1]
    if latest.value("suspended") == Choice("yes"):
        return Answer(frozenset({Band.SUSPENDED}))
    return _one_of(_band(value) for value in latest.values("term") if isinstance(value, Term))


def _regime(dossier: Dossier) -> Answer[str]:
    latest = _verdicts(dossier)[-1]
    return _one_of(one.choice for one in latest.values("regime") if isinstance(one, Choice))


def _one_of(values: Iterable[T]) -> Answer[T]:
    found = frozenset(values)
    return Answer(disputed=True) if len(found) > 1 else Answer(found)


def _band(term: Term) -> Band:
    if term.life:
        return Band.LIFE
    months = term.months_total
    return next((band for band, years in _BELOW_YEARS.items() if months < years * 12), Band.FROM_15)
