"""The feed says what the page of changes says, to those who follow it."""

from dataclasses import replace
from xml.etree import ElementTree as Xml

from builders import a_claim, a_decision
from editions.markup import rendered
from issuing import ALENA, BASE, BORIS, HOUSE, NINE, SIX, VERA, after, beside, held, named
from khronika.clearance.publication import Publication
from khronika.editions.reader import Reader
from khronika.editions.site.edition import SiteEdition
from khronika.editions.site.feed import feed
from khronika.schema.decision import Verb

ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = (named(VERA), a_claim("arrest", subject=VERA, date="2024-01-01"))


def read(publication: Publication, language: str = "en") -> Xml.Element:
    return Xml.fromstring(feed(Reader(publication, language)))  # noqa: S314 - our own bytes


def titles(publication: Publication) -> list[str | None]:
    return [one.findtext(f"{ATOM}title") for one in read(publication).iter(f"{ATOM}entry")]


def test_each_person_has_one_entry_with_the_lines_of_the_page() -> None:
    wrong = a_decision(Verb.REJECT, NINE.id())
    publication = after(held(*BASE, NINE), held(*BASE, NINE, SIX, *NEWS, decisions=[wrong]))
    assert titles(publication) == ["belova-alena", "yezhova-vera"]
    entry = next(read(publication).iter(f"{ATOM}entry"))
    assert "we said 9 years until issue “spring”" in (entry.findtext(f"{ATOM}summary") or "")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://archive.example/en/people/belova-alena.html"


def test_it_has_what_a_feed_needs_and_no_clock() -> None:
    found = read(beside(held(*BASE)), "ru")
    assert [found.findtext(f"{ATOM}{name}") for name in ("id", "updated")] == [
        "https://archive.example/ru/index.html",
        "2024-06-01T00:00:00Z",
    ]
    assert not list(found.iter(f"{ATOM}entry"))


def test_who_asked_not_to_be_found_by_search_is_not_in_it() -> None:
    publication = after(held(*BASE), held(*BASE, NINE, a_claim("search", subject=BORIS)))
    assert titles(publication) == ["belova-alena", "lesnoy-boris"]
    assert titles(replace(publication, unindexed=frozenset({ALENA}))) == ["lesnoy-boris"]


def test_without_an_address_there_is_no_feed() -> None:
    publication = replace(beside(held(*BASE)), house=replace(HOUSE, address=""))
    files = rendered(SiteEdition(), publication)
    assert not [path for path in files if path.endswith("feed.xml")]
    assert b"feed.xml" not in files["en/changes.html"]
