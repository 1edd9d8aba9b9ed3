"""Who is spoken of at this point of a text: the section's person, the item's, the last named.

Invariants:

- A pronoun is never given to somebody of the other gender.
- A group is several people; words with a number take a group of that number, or none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from khronika.extraction.cast import Person
from khronika.extraction.naming import Gender

STALE = 1  # paragraphs after which "they" no longer means those who were named together
FORGOTTEN = 2  # paragraphs after which a pronoun no longer means somebody named before
REMEMBERED = 8  # people a reader keeps in mind


@dataclass(slots=True)
class Stage:
    """What a reader has in mind; moved on sentence by sentence."""

    lead: Person | None = None
    members: Sequence[Person] = ()
    head: Person | None = None
    recent: list[Person] = field(default_factory=list)
    group: Sequence[Person] = ()
    is_case: bool = False
    group_age: int = 0
    age: int = 0
    charges: Sequence[Mapping[str, object]] = ()

    def enter_section(
        self, lead: Person | None, members: Sequence[Person], *, is_case: bool
    ) -> None:
        """Begin a chapter: its person, all who are its people, and whether it tells of one case."""
        self.lead, self.members, self.head, self.is_case = lead, members, None, is_case
        self.recent, self.group = ([lead] if lead else []), ()

    def enter_paragraph(self, head: Person | None) -> None:
        """Begin a paragraph, which may be the entry of one person of a list."""
        self.head = head
        self.group_age += 1
        self.age += 1
        if self.group_age > STALE:
            self.group = ()

    def names(self, people: Sequence[Person]) -> None:
        """Somebody was named; several at once are a group that "they" may mean."""
        self.age = 0 if people else self.age
        for person in reversed(people):
            if person in self.recent:
                self.recent.remove(person)
            self.recent.insert(0, person)
        del self.recent[REMEMBERED:]
        if len(people) > 1:
            self.group, self.group_age = tuple(people), 0

    def ends_sentence(self, named: Sequence[Person]) -> None:
        """People of one sentence are a group as well, unless it named a closer one."""
        people = tuple(dict.fromkeys(named))
        if len(people) > 1 and not set(self.group) & set(people):
            self.group, self.group_age = people, 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody whom a sentence without names could be about."""
        is_forgotten = self.age > FORGOTTEN or not self.recent
        return is_forgotten and not (self.lead or self.head or self.group or self.members)

    def one(self, gender: Gender) -> Person | None:
        """Whom "he", "she" or "the activist" means here."""
        recent = self.recent if self.age <= FORGOTTEN else []
        for person in (self.head, self.lead, *recent):
            if person is not None and _fits(person, gender):
                return person
        return None

    def several(self, count: int = 0, *, is_all: bool = False) -> Sequence[Person]:
        """Whom "they", "both" or "all six" means here."""
        members = self.members if self.is_case else ()
        groups = (members, self.group) if is_all or count > 2 else (self.group, members)
        for group in groups:
            if len(group) > 1 and (not count or len(group) == count):
                return group
        return tuple(self.recent[:2]) if count == 2 and len(self.recent) > 1 else ()

    def spoken_of(self) -> Sequence[Person]:
        """Whom a sentence is about that names nobody."""
        if self.head or self.lead:
            one = self.head or self.lead
            return (one,) if one else ()
        if self.is_case and len(self.members) > 1:
            return self.members
        return tuple(self.recent[:1]) if self.age <= STALE else ()

    def everybody(self) -> Sequence[Person]:
        """Whom "the defendants" or "all six" means: the people of the case, else those named."""
        if self.head or self.lead:
            return self.spoken_of()
        members = self.members if self.is_case else ()
        return members if len(members) > 1 else self.group


def _fits(person: Person, gender: Gender) -> bool:
    return not gender or not person.gender or person.gender is gender
