"""The names that a record's own places and facilities bear, by the claims about them."""

from collections.abc import Iterator

from khronika.clearance.publication import Publication
from khronika.editions.naming import written
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.values.language import LANGUAGES


def written_names(
    publication: Publication, wanted: SubjectKind
) -> Iterator[tuple[SubjectId, str, str]]:
    """Each subject of this kind with a name and the name's language, in one order."""
    found = {
        (claim.subject, written(claim), claim.lang)
        for claim in publication.claims.values()
        if claim.kind == "name" and kind_of(claim.subject) is wanted
    }
    yield from sorted(one for one in found if one[1])


def name_of(
    publication: Publication, wanted: SubjectKind, slug: str, language: str
) -> tuple[str, str]:
    """The subject's name and its language: the reader's own first; the slug when it has none."""
    names = [
        (lang, text)
        for subject, text, lang in written_names(publication, wanted)
        if slug_of(subject) == slug
    ]
    for preferred in (language, *LANGUAGES):
        for lang, text in names:
            if lang == preferred:
                return text, lang
    return (names[0][1], names[0][0]) if names else (slug, "")
