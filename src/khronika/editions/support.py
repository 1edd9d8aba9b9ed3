"""How to support a person: what is checked, and an honest line where nothing is.

Invariants:

- An address prints only while letters can reach the person and the address is fresh; an old one
  sends a letter into nowhere, or to somebody else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from khronika.dossier.dossier import Dossier, Possible, StatusCode
from khronika.dossier.entry import Entry
from khronika.editions.event import EventPrinter, EventView
from khronika.editions.reader import Reader
from khronika.schema.value import Choice

_NOT_FRESH = frozenset({"address-not-fresh", "no-address"})
_NEEDS_NO_LETTER = frozenset(
    {
        StatusCode.FREE,
        StatusCode.RELEASED,
        StatusCode.ACQUITTED,
        StatusCode.EXCHANGED,
        StatusCode.IN_EXILE,
        StatusCode.DEAD,
        StatusCode.WANTED,
        StatusCode.SUSPENDED,
    }
)


@dataclass(frozen=True, slots=True)
class SupportView:
    """What can be done, and lines in words about what cannot."""

    lines: tuple[str, ...]
    records: tuple[EventView, ...]

    @property
    def shown(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.lines or self.records)


def person_support(
    dossier: Dossier, of_cases: Sequence[Entry], printer: EventPrinter, reader: Reader
) -> SupportView:
    """What supports this person: their own entries, then those of their cases."""
    entries = [*dossier.of_kind("support"), *of_cases]
    may_write = dossier.status.letters is not Possible.NO and not (
        _NOT_FRESH & {gap.code for gap in dossier.gaps}
    )
    addresses = [one for one in entries if is_address(one) and may_write]
    others = [one for one in entries if not is_address(one)]
    return SupportView(
        lines=_lines(dossier, reader, has_address=bool(addresses)),
        records=tuple(printer.event(one) for one in (*addresses, *others)),
    )


def case_support(entries: Iterable[Entry], printer: EventPrinter) -> SupportView:
    """What supports everybody in a case; letters go to a person, so no address stands here."""
    records = [
        printer.event(one) for one in entries if one.kind == "support" and not is_address(one)
    ]
    return SupportView((), tuple(records))


def is_address(entry: Entry) -> bool:
    """Whether the entry is a letter address."""
    return Choice("address") in entry.values("kind") or bool(entry.values("address"))


def _lines(dossier: Dossier, reader: Reader, *, has_address: bool) -> tuple[str, ...]:
    if has_address or dossier.status.code in _NEEDS_NO_LETTER:
        return ()
    if dossier.status.letters is Possible.NO:
        return (reader.wording.gettext("By what is known, letters cannot be sent."),)
    return (
        reader.wording.gettext(
            "We have no checked address. Please do not write to an old one: the letter would be "
            "lost, or reach somebody else."
        ),
    )
