"""Answers about many people: whose, and under it the lines."""

from collections.abc import Iterator, Mapping, Sequence

from khronika.dossier.dossier import Dossier
from khronika.dossier.material import Material
from khronika.dossier.names import person_name
from khronika.schema.subject import SubjectId, slug_of
from khronika.values.wording import Wording


def people_lines(
    people: Mapping[SubjectId, Dossier],
    lines: Mapping[SubjectId, Sequence[str]],
    material: Material,
    *,
    wording: Wording,
) -> Iterator[str]:
    """Each person who has lines, by id, with an empty line between people."""
    between = False
    for person, dossier in sorted(people.items()):
        if lines[person]:
            if between:
                yield ""
            between = True
            name = person_name(dossier, material.claims, wording.language)
            yield f"{name} ({slug_of(person)})"
            yield from lines[person]
