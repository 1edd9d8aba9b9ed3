"""What a casebook gives to whoever reads for facts: the people it knows, the text kept of a source.

Invariants:

- Every spelling the casebook accepted is handed over, whatever its visibility: it is for the group.
- A text is handed over as it was kept, so that places in it stay places in it.
"""

from dataclasses import dataclass

from khronika.casebook.acquaintance import spellings
from khronika.casebook.casebook import Casebook
from khronika.casebook.reading import Reading
from khronika.dossier.names import person_name
from khronika.extraction.proposal import KnownPerson
from khronika.ledger.ledger import Ledger
from khronika.schema.source import Holding, Source
from khronika.schema.subject import slug_of


@dataclass(frozen=True, slots=True)
class Kept:
    """What the vault has of a source: the text read from it, else the bytes that came in."""

    data: bytes
    is_text: bool


def known_people(reading: Reading, language: str) -> tuple[KnownPerson, ...]:
    """Everybody in the casebook in all spellings, called as this language calls them."""
    folded, claims = reading.fold(), reading.material.claims
    people = []
    for _, dossier in sorted(folded.people.items()):
        names = (claims[one] for entry in dossier.of_kind("name") for one in entry.claims)
        written = sorted({spelling for name in names for spelling in spellings(name)})
        if written:
            people.append(KnownPerson(person_name(dossier, claims, language), tuple(written)))
    return tuple(people)


def source_called(ledger: Ledger, named: str) -> Source | None:
    """The source that has this id or this slug; of several slugs alike none."""
    sources = list(ledger.sources.values())
    for one in sources:
        if one.id == named:
            return one
    alike = [one for one in sources if slug_of(one.id) == named]
    return alike[0] if len(alike) == 1 else None


def kept_of(casebook: Casebook, ledger: Ledger, source: Source) -> Kept | None:
    """The text last kept of a source, else its last bytes; None where the vault has neither."""
    held = [
        one
        for one in ledger.holdings.values()
        if one.source == source.id and casebook.vault.has(one.sha256)
    ]
    if not held:
        return None
    last = max(held, key=_newest)
    return Kept(casebook.vault.get(last.sha256), is_text=bool(last.read_from))


def _newest(held: Holding) -> tuple[bool, str, str]:
    return bool(held.read_from), held.got_at, held.sha256
