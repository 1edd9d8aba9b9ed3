"""The very first page: it offers the languages and chooses none."""

from dataclasses import dataclass

from khronika.clearance.publication import Publication
from khronika.editions.path import HOME, page_path
from khronika.editions.reader import LANGUAGE_NAMES
from khronika.values.wording import Wording


@dataclass(frozen=True, slots=True)
class Offer:
    """One language, in its own words."""

    code: str
    name: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class RootView:
    """What the page prints."""

    language: str
    title: str
    label: str
    languages: tuple[Offer, ...]


def root_view(publication: Publication) -> RootView:
    """The offer, in the edition's order; the page itself is in the first of its languages."""
    titles = publication.house.title
    first = publication.languages[0]
    return RootView(
        language=first,
        title=" · ".join(dict.fromkeys(map(titles.in_language, publication.languages))),
        label=Wording.of(first).gettext("Languages"),
        languages=tuple(
            Offer(
                code=code,
                name=LANGUAGE_NAMES.get(code, code),
                title=titles.in_language(code),
                href=page_path(code, HOME),
            )
            for code in publication.languages
        ),
    )
