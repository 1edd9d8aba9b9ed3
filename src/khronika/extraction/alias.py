"""Other spellings of a person's name within one document, as claims of the kind `name`.

Invariants:

- A case form is no other spelling, and a part of the full name is none.
"""

from collections.abc import Iterator, Sequence

from khronika.extraction.calibration import confidence_of
from khronika.extraction.cast import Person
from khronika.extraction.mention import Mention
from khronika.extraction.naming import CYRILLIC, stem
from khronika.extraction.proposal import Proposal
from khronika.extraction.reading import Scene
from khronika.schema.value import Choice, Text, Value

KIND = "name"
RULE = "name.spelling"


def aliases(text: str, scenes: Sequence[Scene]) -> Iterator[Proposal]:
    """The first place of each other spelling of each person's name."""
    seen: set[tuple[int, str]] = set()
    for scene in scenes:
        for mention, person in scene.people:
            value = _other(mention, person)
            if value and (id(person), value) not in seen:
                seen.add((id(person), value))
                yield _proposal(text, scene, mention, person=person, value=value)


def _other(mention: Mention, person: Person) -> str:
    """The spelling, if it has a word the person's name has not."""
    words = [word for word in (mention.given, mention.patronymic, mention.family) if word]
    name = person.name.replace("ё", "е").split()
    stems = {stem(word) for word in name}
    family = mention.family
    if CYRILLIC.search(person.name):
        words = [word for word in words if word != family] + [name[-1]] * bool(family)
        return "" if all(stem(word) in stems for word in words) else " ".join(words)
    same = set(name) | {f"{word}s" for word in name}
    return "" if all(word in same for word in words) else " ".join(words)


def _proposal(text: str, scene: Scene, mention: Mention, *, person: Person, value: str) -> Proposal:
    start, end = scene.paragraph.passage(mention.start, mention.end)
    fields: dict[str, Value] = {"text": Text(value), "form": Choice("variant")}
    confidence = confidence_of(RULE, KIND, is_group=False)
    return Proposal(
        person.name,
        KIND,
        fields,
        text[start:end],
        start,
        end,
        confidence=confidence,
        lang=scene.lang,
        rule=RULE,
    )
