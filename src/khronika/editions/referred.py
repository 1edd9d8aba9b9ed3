"""Under which articles a person was accused, convicted, or cleared, entry by entry.

Invariants:

- A conviction that a later ruling of the same case took away is none; where sources disagree
  whether it did, it stands, marked.
- The parts and points of an article stay apart; only lists bring them together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry, Standing
from khronika.schema.claim import ClaimId
from khronika.schema.value import Choice
from khronika.values.legal import LegalReference

_TAKES_AWAY = frozenset({"acquitted", "annulled", "terminated", "returned"})
_CLEARS = frozenset({"acquitted", "terminated"})
_ENDED = frozenset({"dropped", "requalified"})
_NAME_ARTICLES = {"charge": ("article",), "ruling": ("articles", "dropped")}


class Outcome(StrEnum):
    """What became of an accusation."""

    GUILTY = "guilty"
    ACCUSED = "accused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Referred:
    """One entry names an article for the person; `claims` say so."""

    reference: LegalReference
    outcome: Outcome
    entry: Entry
    disputed: bool
    claims: tuple[ClaimId, ...]


def articles_named(dossier: Dossier) -> set[LegalReference]:
    """The whole articles that `charged_under` names, whatever became of them."""
    return {
        LegalReference(one.code, one.article)
        for entry in dossier.of_kind("charge", "ruling")
        for name in _NAME_ARTICLES[entry.kind]
        for one, _, _ in _references(entry, name)
    }


def charged_under(dossier: Dossier) -> tuple[Referred, ...]:
    """Every naming of an article in charges and rulings: charges first, then rulings in time."""
    rulings = dossier.of_kind("ruling")
    charges = [one for entry in dossier.of_kind("charge") for one in _charges(entry, rulings)]
    return (*charges, *_rulings(rulings))


def _charges(entry: Entry, rulings: Iterable[Entry]) -> Iterator[Referred]:
    states = _choices(entry, "state")
    of_case = [one for one in rulings if one.case == entry.case]
    for reference, disputed, claims in _references(entry, "article"):
        outcome = _outcome(states)
        if outcome is Outcome.ACCUSED and _is_over(reference, of_case):
            outcome = Outcome.ENDED
        doubt = disputed or _is_disputed(entry, "state")
        yield Referred(reference, outcome, entry, doubt, claims)


def _outcome(states: set[str]) -> Outcome:
    if "convicted" in states:
        return Outcome.GUILTY
    return Outcome.ENDED if states and states <= _ENDED else Outcome.ACCUSED


def _is_over(reference: LegalReference, rulings: Sequence[Entry]) -> bool:
    """Whether the last ruling of the case acquitted, or one of them dropped the article."""
    if rulings and _is_all(rulings[-1], _CLEARS):
        return True
    dropped = [r for one in rulings for r, _, _ in _references(one, "dropped")]
    return any(one.agrees_with(reference) for one in dropped)


def _rulings(rulings: Sequence[Entry]) -> Iterator[Referred]:
    """What rulings say of articles, the last word of each case about each."""
    for place, entry in enumerate(rulings):
        later = [one for one in rulings[place:] if one.case == entry.case]
        gone = any(_is_all(one, _TAKES_AWAY) for one in later)
        dropped = [r for one in later for r, _, _ in _references(one, "dropped")]
        doubt = any(_is_disputed(one, "outcome") for one in later)
        for reference, disputed, claims in _references(entry, "articles"):
            ended = gone or any(one.agrees_with(reference) for one in dropped)
            outcome = Outcome.ENDED if ended else Outcome.GUILTY
            yield Referred(reference, outcome, entry, disputed or doubt, claims)
        for reference, disputed, claims in _references(entry, "dropped"):
            yield Referred(reference, Outcome.ENDED, entry, disputed, claims)


def _is_all(ruling: Entry, outcomes: frozenset[str]) -> bool:
    """Whether every source has it that the ruling had one of these outcomes."""
    said = _choices(ruling, "outcome")
    return bool(said) and said <= outcomes


def _choices(entry: Entry, name: str) -> set[str]:
    return {one.choice for one in entry.values(name) if isinstance(one, Choice)}


def _references(
    entry: Entry, name: str
) -> Iterator[tuple[LegalReference, bool, tuple[ClaimId, ...]]]:
    state = entry.fields.get(name)
    for backed in state.values if state else ():
        values = backed.value if isinstance(backed.value, tuple) else (backed.value,)
        for one in sorted(v for v in values if isinstance(v, LegalReference)):
            yield one, _is_disputed(entry, name), backed.claims


def _is_disputed(entry: Entry, name: str) -> bool:
    state = entry.fields.get(name)
    return state is not None and state.standing is Standing.DISPUTED
