"""Which questions are asked this week: the heaviest ten, under a heading for each kind of work.

Invariants:

- What may keep somebody in prison a day too long comes first, what only makes a page fuller last.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from operator import attrgetter

from khronika.dossier.dossier import Gap
from khronika.errors import Say
from khronika.schema.subject import SubjectId
from khronika.values.sentence import N_

QUESTIONS = 10
_pressing = attrgetter("pressing")
_FREEDOM, _COURTS = N_("Who should be free"), N_("Courts")
_POST, _PEOPLE = N_("Letters, parcels, petitions"), N_("To ask people")
# By code: how heavy a question is, and under which heading it stands.
_WEIGHTS: Mapping[str, tuple[int, str]] = {
    "term-over": (100, _FREEDOM),
    "reckoned-term-over": (95, _FREEDOM),
    "order-over": (90, _FREEDOM),
    "hearing-without-outcome": (80, _COURTS),
    "no-word-of-appeal": (60, _COURTS),
    "petition-late": (55, _POST),
    "letter-unheard": (50, _POST),
    "parcel-waits": (50, _POST),
    "payment-waits": (45, _POST),
    "no-contact": (20, _PEOPLE),
    "no-consent": (10, _PEOPLE),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question: about whom, what it says, since when it is asked, and where to answer it.

    `pressing` orders questions: the heaviest first, then what has been due for longest.
    """

    code: str
    person: SubjectId
    say: Say
    due: date | None = None
    leads: str = "person"

    pressing: tuple[int, date, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        order = -_WEIGHTS[self.code][0], self.due or date.max, self.person
        object.__setattr__(self, "pressing", order)


def questions_of(gaps: Iterable[Gap]) -> tuple[Question, ...]:
    """What one person's gaps ask, one of a kind, the heaviest first."""
    asked = (gap for gap in gaps if gap.code in _WEIGHTS)
    return _once(Question(gap.code, gap.person, gap.say, gap.due) for gap in asked)


def grouped(gaps: Iterable[Question], ours: Iterable[Question]) -> list[tuple[str, list[Question]]]:
    """Ten questions at most, one of a kind for each person, by heading.

    Of `gaps` there is one of a kind for each person already.
    """
    heaviest = nsmallest(QUESTIONS, gaps, key=_pressing)
    found: dict[str, list[Question]] = {}
    for one in _once((*heaviest, *ours))[:QUESTIONS]:
        found.setdefault(_WEIGHTS[one.code][1], []).append(one)
    return list(found.items())


def _once(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Ordered, and of a kind the heaviest for each person."""
    once: dict[tuple[str, SubjectId], Question] = {}
    for one in sorted(questions, key=_pressing):
        once.setdefault((one.code, one.person), one)
    return tuple(once.values())
