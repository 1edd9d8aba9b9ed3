"""The organiser's list: which number is whom, and who was left out and why.

Invariants:

- Of those who want no letters there is the number and no name.
"""

from dataclasses import dataclass

from khronika.editions.letters.heads import do_not_use_after
from khronika.editions.letters.whom import Pack
from khronika.editions.reader import Reader


@dataclass(frozen=True, slots=True)
class NumberRow:
    """Whom a slip is for, and until when its address may be used."""

    number: str
    name: str
    russian: str
    until: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """Somebody left out, and the sentence that says why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class OrganiserList:
    """Everything the list prints."""

    rows: tuple[NumberRow, ...]
    left_out: tuple[LeftOutRow, ...]
    notes: tuple[str, ...]
    unwilling: str


def organiser_list(pack: Pack, reader: Reader) -> OrganiserList:
    """The list in the reader's language."""
    wording = reader.wording
    count = reader.publication.correspondence.unwilling
    said = wording.ngettext(
        "{count} person wants no letters and is not named here.",
        "{count} persons want no letters and are not named here.",
        count,
    )
    return OrganiserList(
        rows=tuple(
            NumberRow(
                number=wording.number(one.number),
                name=reader.names[one.person],
                russian=one.envelope[-1],
                until=do_not_use_after(one.until, wording),
            )
            for one in pack.recipients
        ),
        left_out=tuple(
            LeftOutRow(reader.names[one.person], wording.say(one.why)) for one in pack.left_out
        ),
        notes=tuple(wording.say(one) for one in pack.notes),
        unwilling=said.format(count=wording.number(count)) if count else "",
    )
