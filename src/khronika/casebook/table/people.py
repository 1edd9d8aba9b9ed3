"""Who each row is: somebody the table named before, somebody new, or somebody to ask about.

Invariants:

- Nobody is joined by likeness. A new row that looks like somebody who is here waits until a person
  writes beside it who it is.
- One row is one person and one person one row; what breaks that is reported, and not taken.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from khronika.casebook.acquaintance import spellings
from khronika.casebook.slug import slug_of_title
from khronika.casebook.table.cell import is_empty
from khronika.casebook.table.remembered import NEW, Remembered
from khronika.casebook.table.sheet import Row, spaced
from khronika.casebook.yaml_form.claim_entry import read_id
from khronika.errors import KhronikaError
from khronika.identity.candidates import People, Person
from khronika.ledger.in_force import InForce
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, subject_id
from khronika.values.name import fold_name

ROW_OF = "row of "
_PARTS = ("family", "given", "patronymic")
_ALIKE = 0.85  # of two spellings of one name; below it, other names of one family come up
_MANY = 500  # rows that are gone; beyond it another table was given, not a corrected one


@dataclass(frozen=True, slots=True)
class Placed:
    """A row and who it is; `trouble` is a code where it is not taken.

    `looks_like` names people it could be, by id. `is_new` is true for somebody this row brings in.
    """

    row: Row
    key: str
    person: SubjectId | None = None
    is_new: bool = False
    looks_like: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Everybody's names, to find who a name looks like.

    `people` know spellings, short forms and cases; `words` find a name of one word, of which
    nothing is likely, by its very words.
    """

    people: People
    words: Mapping[str, frozenset[SubjectId]]

    def alike(self, name: str) -> tuple[SubjectId, ...]:
        """The people whose name this could be in another spelling, by id."""
        likely = {SubjectId(one.who) for one in self.people.candidates(Person((name,)))}
        return tuple(sorted(likely | self.words.get(fold_name(name), frozenset())))


def names_of(in_force: InForce) -> Names:
    """The names of every person of the record that nobody rejected."""
    names: dict[SubjectId, set[str]] = defaultdict(set)
    words: dict[str, set[SubjectId]] = defaultdict(set)
    for one, claim in in_force.ledger.claims.items():
        is_name = claim.kind == "name" and kind_of(claim.subject) is SubjectKind.PERSON
        if is_name and not in_force.about(Verb.REJECT, one):
            for spelling in spellings(claim):
                names[claim.subject].add(spelling)
                words[fold_name(spelling)].add(claim.subject)
    known: dict[str, Person] = {one: Person(tuple(sorted(all_))) for one, all_ in names.items()}
    return Names(People(known), {word: frozenset(all_) for word, all_ in words.items()})


@dataclass(frozen=True, slots=True)
class Register:
    """What placing rows needs: the table, who its rows were, everybody's names and all people.

    `recorded` are the people the record itself tells by their rows; `mint` gives the mark behind
    the slug of somebody new.
    """

    house: str
    table: Remembered
    recorded: Mapping[str, SubjectId]
    names: Names
    people: frozenset[SubjectId]
    mint: Callable[[], str]

    def place(self, rows: Sequence[Row]) -> tuple[Placed, ...]:
        """Who each row is, in the order of the table."""
        keys = {row.number: key_of(row, self.table.key) for row in rows}
        gone = self._gone(set(keys.values()))
        placed: list[Placed] = []
        seen_keys: set[str] = set()
        taken: set[SubjectId] = set()
        fresh: dict[str, SubjectId] = {}
        for row in rows:
            one = self._place(row, keys[row.number], gone, fresh)
            if one.key in seen_keys:
                one = Placed(row, one.key, trouble="same-key")
            elif one.person in taken:
                one = Placed(row, one.key, trouble="same-person")
            seen_keys |= {one.key} - {""}
            if one.person:
                taken.add(one.person)
            if one.is_new and one.person:
                fresh[fold_name(self._name(row, one.key))] = one.person
            placed.append(one)
        return tuple(placed)

    def _place(
        self, row: Row, key: str, gone: Sequence[str], fresh: Mapping[str, SubjectId]
    ) -> Placed:
        if not key:
            return Placed(row, key, trouble="no-key")
        said = self.table.rows.get(key, "")
        if said and said != NEW:
            return self._told(row, key, said)
        if key in self.recorded:
            return Placed(row, key, self.recorded[key])
        name = self._name(row, key)
        near = () if said == NEW else self._looks_like(name, gone, fresh)
        if near:
            return Placed(row, key, looks_like=near, trouble="looks-like")
        slug = slug_of_title(name, mark=self.mint()[:4])
        return Placed(row, key, subject_id(self.house, SubjectKind.PERSON, slug), is_new=True)

    def _told(self, row: Row, key: str, said: str) -> Placed:
        try:
            person = read_id(said, SubjectKind.PERSON, house=self.house)
        except KhronikaError:
            return Placed(row, key, trouble="unknown-person")
        known = person in self.people
        return Placed(row, key, person) if known else Placed(row, key, trouble="unknown-person")

    def _looks_like(
        self, name: str, gone: Sequence[str], fresh: Mapping[str, SubjectId]
    ) -> tuple[str, ...]:
        near = set(self.names.alike(name))
        folded = fold_name(name)
        if folded in fresh:
            near.add(fresh[folded])
        near |= {self._person_of(key) for key in gone if _is_near(fold_name(key), folded)} - {""}
        return tuple(sorted(near))

    def _person_of(self, key: str) -> SubjectId:
        return self.recorded.get(key) or SubjectId("")

    def _gone(self, keys: set[str]) -> tuple[str, ...]:
        gone = tuple(sorted(self.recorded.keys() - keys))
        return gone if len(gone) <= _MANY else ()

    def _name(self, row: Row, key: str) -> str:
        """The name the row gives, whole or of its parts; its key when it gives none."""
        said = {target: heading for heading, target in reversed(list(self.table.columns.items()))}
        whole = row.cells.get(said.get("name.text", ""))
        if whole:
            return whole.text
        parts = [row.cells.get(said.get(f"name.{part}", "")) for part in _PARTS]
        return spaced(" ".join(one.text for one in parts if one)) or key


def key_of(row: Row, key: Iterable[str]) -> str:
    """The words of the row's key columns; empty when one of them has none."""
    cells = [row.cells.get(heading) for heading in key]
    if not cells or any(is_empty(cell) for cell in cells):
        return ""
    return " / ".join(spaced(cell.text) for cell in cells if cell)


def section_of(key: str, sheet: str) -> str:
    """Where in the table a row's claims stand, whatever number the row has today."""
    return f"{sheet}, {ROW_OF}{key}" if sheet else f"{ROW_OF}{key}"


def key_in(section: str) -> str:
    """The row's key in this place; empty when it is none."""
    return section.partition(ROW_OF)[2]


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
