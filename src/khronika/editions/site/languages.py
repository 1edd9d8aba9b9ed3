"""Which texts exist in which language, and how everybody's name is written in each of them.

Invariants:

- A name stands here as it stands on the person's page in that language.
- Only people with a page are named, and only texts that are published are counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.clearance.publication import Prose
from khronika.editions.path import Link
from khronika.editions.prose import TELLING
from khronika.editions.reader import LANGUAGE_NAMES, Reader
from khronika.schema.subject import SubjectId
from khronika.values.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class TextsIn:
    """How many of the stories exist in one language."""

    language: str
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class TextIn:
    """Some words and the language they are in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody, or a case, with the languages their story is told in."""

    link: Link
    languages: str


@dataclass(frozen=True, slots=True)
class Written:
    """Somebody with a page, and their name in every language, in the order of the heads."""

    href: str
    names: tuple[TextIn, ...]


@dataclass(frozen=True, slots=True)
class LanguagesView:
    """Everything the page prints."""

    all_pages: str
    texts: tuple[TextsIn, ...]
    stories: str
    told: tuple[Told, ...]
    heads: tuple[TextIn, ...]
    names: tuple[Written, ...]


def languages_view(page: str, reader: Reader) -> LanguagesView:
    """The page in this language."""
    codes = reader.publication.languages
    stories = _stories(reader)
    return LanguagesView(
        all_pages=reader.wording.join([LANGUAGE_NAMES.get(code, code) for code in codes]),
        texts=tuple(_texts_in(code, stories, reader) for code in _written(stories, codes)),
        stories=reader.wording.number(len(stories)),
        told=tuple(
            Told(Link(name, reader.href(page, subject)), _named(stories[subject], reader))
            for subject, name in (reader.names | reader.case_names).items()
            if subject in stories
        ),
        heads=tuple(TextIn(LANGUAGE_NAMES.get(code, code), code) for code in codes),
        names=_names(page, reader),
    )


def _names(page: str, reader: Reader) -> tuple[Written, ...]:
    publication = reader.publication
    readers = [Reader(publication, code) for code in publication.languages]
    return tuple(
        Written(
            reader.href(page, person),
            tuple(TextIn(one.names[person], one.language) for one in readers),
        )
        for person in reader.names
    )


def _stories(reader: Reader) -> dict[SubjectId, set[str]]:
    """The languages in which a story is told, of everybody and every case that has one."""
    found: dict[SubjectId, set[str]] = {}
    for text in reader.publication.prose:
        if text.slot in TELLING and text.subject and _page_of(text, reader):
            found.setdefault(text.subject, set()).add(text.lang)
    return found


def _page_of(text: Prose, reader: Reader) -> bool:
    return text.subject in reader.names or text.subject in reader.case_names


def _written(stories: dict[SubjectId, set[str]], codes: Iterable[str]) -> list[str]:
    """The edition's languages, then whatever else a text is in."""
    others = {lang for langs in stories.values() for lang in langs} - set(codes)
    return [*codes, *sorted(others)]


def _texts_in(code: str, stories: dict[SubjectId, set[str]], reader: Reader) -> TextsIn:
    count = sum(1 for langs in stories.values() if code in langs)
    return TextsIn(code, LANGUAGE_NAMES.get(code, code), reader.wording.number(count))


def _named(langs: set[str], reader: Reader) -> str:
    ordered = sorted(langs, key=lambda code: (code not in LANGUAGES, code))
    return reader.wording.join([LANGUAGE_NAMES.get(code, code) for code in ordered])
