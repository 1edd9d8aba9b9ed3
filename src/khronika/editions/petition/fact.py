"""The facts of a petition: each in a line with the numbers of its sources, and the sources.

Invariants:

- A fact without a source is not printed; of an accusation there is the article and no deed.
- What is unknown is called unknown, and what the editors keep back withheld; nothing is guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.editions.event import SaidView
from khronika.editions.line import apart, line_of, titled
from khronika.editions.note import Notes
from khronika.editions.press_fact import FactPrinter, PressFact
from khronika.editions.reader import Reader
from khronika.editions.source_line import source_line
from khronika.schema.subject import SubjectId


@dataclass(frozen=True)
class FactSheet:
    """What a petition may say of one person, with notes numbered as they are used.

    The reader is one of a publication `without_quotes`: a petition names places, not words.
    """

    person: SubjectId
    reader: Reader

    @cached_property
    def name(self) -> str:
        """The printed name."""
        return self.reader.names[self.person]

    @cached_property
    def dossier(self) -> Dossier:
        """What is known of the person."""
        return self.reader.publication.people[self.person]

    def lines(self, *kinds: str) -> list[str]:
        """A titled line for each fact of these kinds, in their order."""
        return [self._noted(titled(fact, self.reader), fact) for fact in self._told(kinds)]

    def values(self, *kinds: str) -> list[str]:
        """The same without what each is about."""
        return [self._noted(line_of(fact, self.reader), fact) for fact in self._told(kinds)]

    def entries(self, kind: str, *fields: str) -> list[str]:
        """What entries of this kind of claim say in these fields, in the order of time."""
        return self.of(self.dossier.of_kind(kind), *fields)

    def of(self, entries: Iterable[Entry], *fields: str) -> list[str]:
        """The same of these entries."""
        found = self._printer.of(entries, *fields)
        return [self._noted(line_of(fact, self.reader), fact) for fact in found]

    def bare(self, entries: Iterable[Entry], field: str) -> str:
        """What these entries say in one field, without what it is about and who says it."""
        facts = self._printer.of(entries, field)
        values = [one for fact in facts for part in fact.parts for one in part.fact.values]
        said = dict.fromkeys(one.text for one in values)
        return apart(said, self.reader) + self._marks(values)

    def has(self, *kinds: str) -> bool:
        """Whether anything of these kinds is known."""
        return any(fact.kind in kinds for fact in self._facts)

    def sources(self) -> list[str]:
        """The sources used so far, by number."""
        rows = {row.number: row for row in self._notes.rows()}
        return [
            source_line(replace(rows[place], number=number), self.reader)
            for place, number in self._used.items()
        ]

    def _told(self, kinds: Iterable[str]) -> Iterator[PressFact]:
        return (fact for kind in kinds for fact in self._facts if fact.kind == kind)

    def _noted(self, said: str, fact: PressFact) -> str:
        """The words with the numbers of their sources, and whether somebody denies them."""
        marks = self._marks(one for part in fact.parts for one in part.fact.values)
        if not fact.denied:
            return said + marks
        denied = self.reader.wording.gettext("denied by one of the sources")
        return f"{said}{marks} ({denied})"

    def _marks(self, values: Iterable[SaidView]) -> str:
        places = {place for one in values for backing in one.backing for place in backing.notes}
        numbers = [self._used.setdefault(one, len(self._used) + 1) for one in sorted(places)]
        return "".join(f" [{number}]" for number in sorted(numbers))

    @cached_property
    def _notes(self) -> Notes:
        return Notes(self.reader)

    @cached_property
    def _facts(self) -> tuple[PressFact, ...]:
        return self._printer.person(self.dossier)

    @cached_property
    def _printer(self) -> FactPrinter:
        return FactPrinter(self.reader, self._notes)

    @cached_property
    def _used(self) -> dict[int, int]:
        """The number each source got when the petition first used it."""
        return {}
