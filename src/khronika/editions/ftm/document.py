"""Open sources as articles, linked to the people and cases whose facts stand in them.

Invariants:

- A closed source is no article and no link, so that nobody can count what the editors hold.
- No quote and no file leaves: an article is a title, a publisher, a date, a web address.
"""

import re
from collections.abc import Iterable, Iterator

from khronika.clearance.publication import Publication
from khronika.dossier.entry import Entry
from khronika.editions.ftm.date import ftm_date
from khronika.editions.ftm.entity import Entity, entity, link_id, source_entity_id
from khronika.schema.source import Source, SourceLevel

_WEB = re.compile(r"(?P<host>https?://[\w-]+(\.[\w-]+)*(:\d{1,5})?)(?P<rest>([/?#][^\s<>\"]*)?)\Z")
_LANGUAGES = {
    "be": "bel", "cs": "ces", "de": "deu", "en": "eng", "es": "spa", "et": "est", "fi": "fin",
    "fr": "fra", "it": "ita", "ka": "kat", "kk": "kaz", "lt": "lit", "lv": "lav", "nl": "nld",
    "pl": "pol", "ru": "rus", "sv": "swe", "tr": "tur", "tt": "tat", "uk": "ukr",
}  # fmt: skip
# ISO 639-3, which the format asks for; a source in another language says none.


def open_sources(publication: Publication, entries: Iterable[Entry]) -> list[Source]:
    """The sources behind these entries that may be named, by id."""
    cited = {publication.claims[one].passage.source for entry in entries for one in entry.claims}
    found = [publication.sources[one] for one in sorted(cited & publication.sources.keys())]
    return [source for source in found if source.level is SourceLevel.OPEN]


def article_entity(source: Source) -> Entity:
    """The source; its title alone is certain."""
    properties = {
        "title": [source.title],
        "publisher": [source.publisher],
        "publishedAt": [ftm_date(source.date)] if source.date else [],
        "language": [_LANGUAGES.get(source.lang, "")],
        "sourceUrl": [_web_address(source.url)],
    }
    return entity(source_entity_id(source.id), "Article", properties)


def documentation_entities(sources: Iterable[Source], about: str) -> Iterator[Entity]:
    """The links from the sources to the entity they tell about."""
    for source in sources:
        document = source_entity_id(source.id)
        properties = {"document": [document], "entity": [about], "role": ["source"]}
        yield entity(link_id("documentation", document, about), "Documentation", properties)


def _web_address(url: str) -> str:
    """The address with a path, as the format writes it; empty for what is none."""
    found = _WEB.match(url)
    if not found or not url.isprintable():
        return ""
    return url if found["rest"].startswith("/") else f"{found['host']}/{found['rest']}"
