"""The end of a term by our own calculation, on a person's page.

Invariants:

- Only what rests on rules read in a source is printed, and never parole.
- It is printed as an interval and marked as our calculation; it never stands among the facts.
- Nothing is printed once a release is recorded, or where only the charges name an article.
"""

from dataclasses import dataclass
from datetime import timedelta

from khronika.dossier.dossier import Dossier
from khronika.dossier.term_ahead import TOLERANCE, Reckoned, reckoned
from khronika.editions.reader import Reader
from khronika.errors import Say
from khronika.law.computed import Days

WIDEST = timedelta(days=366)  # a wider interval tells a family nothing


@dataclass(frozen=True, slots=True)
class ComputedView:
    """The interval in words, and the rules it rests on."""

    release: str
    rules: str


def computed_views(dossier: Dossier, reader: Reader) -> tuple[ComputedView, ...]:
    """What may be printed of every term of this person."""
    if not turns_by_itself(dossier):
        return ()
    return tuple(
        _view(one, days, reader)
        for one in reckoned(dossier)
        if (days := _printable(one, dossier)) is not None
    )


def turns_by_itself(dossier: Dossier) -> bool:
    """Whether anything may be printed of a term, which a day alone may end.

    That is said of more people than it is true of: to know, every term would have to be reckoned.
    """
    return any(entry.values("articles") for entry in dossier.of_kind("ruling"))


def _printable(one: Reckoned, dossier: Dossier) -> Days | None:
    days = one.computed.release_day
    if days is None or not one.computed.verified or one.is_over or one.assumed:
        return None
    if days.last < dossier.as_of or days.last - days.first > WIDEST:
        return None
    return Days(days.first - TOLERANCE, days.last + TOLERANCE)


def _view(one: Reckoned, days: Days, reader: Reader) -> ComputedView:
    rules = dict.fromkeys(step.rule for step in one.computed.steps)
    named = [
        reader.wording.say(Say("law.rule-at", {"rule": rule.title, "place": rule.place}))
        for rule in rules
    ]
    return ComputedView(reader.wording.date(days.said), reader.wording.join(named))
