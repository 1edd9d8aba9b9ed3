"""What one dossier puts on the page of the week, made once for each and not for each visitor."""

from dataclasses import dataclass

from khronika.desk.week.questions import Question, questions_of
from khronika.dossier.dossier import Ahead, Dossier, Gap, Possible

_ORDERS = frozenset({"order-about-to-end", "order-over"})
_ADDRESSES = frozenset({"no-address", "address-not-fresh"})
_SILENT = "family-silent"


@dataclass(frozen=True, slots=True)
class Lines:
    """The questions of one person, the heaviest first, and the rest by the part it belongs to.

    `can_be_written_to` is whether a letter would arrive; `is_silent` whether the record says that
    nobody spoke with the family for long.
    """

    questions: tuple[Question, ...]
    orders: tuple[Gap, ...]
    addresses: tuple[Gap, ...]
    ahead: tuple[Ahead, ...]
    can_be_written_to: bool
    is_silent: bool


def lines_of(dossier: Dossier) -> Lines:
    """What the week has of this person."""
    gaps = dossier.gaps
    codes = {gap.code for gap in gaps}
    return Lines(
        questions=questions_of(gaps),
        orders=tuple(gap for gap in gaps if gap.code in _ORDERS),
        addresses=tuple(gap for gap in gaps if gap.code in _ADDRESSES),
        ahead=dossier.ahead,
        can_be_written_to=dossier.status.letters is Possible.YES and codes.isdisjoint(_ADDRESSES),
        is_silent=_SILENT in codes,
    )
