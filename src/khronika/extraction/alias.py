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
    """The first place of each other spelling of a name, a full name before a bare one."""
    found: dict[tuple[int, str], tuple[Scene, Mention, Person, str]] = {}
    for scene in scenes:
        for mention, person in scene.people:
            word, value = _other(mention, person)
            key = (id(person), word)
            if value and (key not in found or (mention.is_full and not found[key][1].is_full)):
                found[key] = (scene, mention, person, value)
    for scene, mention, person, value in found.values():
        yield _proposal(text, scene, mention, person=person, value=value)


def _other(mention: Mention, person: Person) -> tuple[str, str]:
    """The word the person's name has not, and the spelling it stands in; empty if there is none."""
    words = [word for word in (mention.given, mention.patronymic, mention.family) if word]
    if person.aliases.issuperset(map(stem, words)):
        return "", ""
    name = person.name.replace("ё", "е").split()
    if CYRILLIC.search(person.name):
        words = [word for word in words if word != mention.family]
        stems = {stem(word) for word in name}
        new = [word for word in words if stem(word) not in stems]
        family = [name[-1]] * bool(mention.family)
        return (new[0], " ".join([*words, *family])) if new else ("", "")
    same = set(name) | {f"{word}s" for word in name}
    new = [word for word in words if word not in same]
    return (new[0], " ".join(words)) if new else ("", "")


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
