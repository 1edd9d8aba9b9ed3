"""Cards as an edition: two shapes for each person, in every language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies, digest
from khronika.editions.edition import File
from khronika.editions.paper.picture import picture_files
from khronika.editions.paper.png import with_description
from khronika.editions.paper.sheet import CARD_SQUARE, CARD_WIDE
from khronika.editions.paper.trouble import troubles
from khronika.editions.paper.typeset import png, typesetter
from khronika.editions.reader import Reader
from khronika.editions.share.card import card, in_words
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use

SHAPES = {"wide": CARD_WIDE, "square": CARD_SQUARE}


@dataclass(frozen=True, slots=True)
class ShareEdition:
    """A card of each shape for each person, in every language of the publication."""

    name: str = "share"
    uses: frozenset[Use] = frozenset({Use.PUBLIC})

    def files(self, publication: Publication) -> Iterator[File]:
        """By language, then person by person, then shape by shape."""
        dependencies = Dependencies(publication)
        problems = troubles(publication)
        for language in publication.languages:
            reader = Reader(publication, language)
            for person in (one for one in reader.names if one in publication.addresses):
                day = publication.as_of.isoformat()
                key = digest(dependencies.person(person), typesetter(), language, day)
                for shape in SHAPES:
                    name = f"share-{publication.addresses[person]}-{shape}.png"
                    path = f"share/{language}/{name}"
                    made = partial(_made, person, reader, shape, path)
                    yield File(path, made, digest(key, shape), problems=problems)


def _made(person: SubjectId, reader: Reader, shape: str, path: str) -> bytes:
    made = card(person, reader, SHAPES[shape])
    pictures = picture_files([person], reader)
    (page,) = png("share/card", made, place=path, pictures=pictures)
    return with_description(page, in_words(made))
