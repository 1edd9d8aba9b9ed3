"""Search engines are told of whole addresses, and of nobody who asked not to be found."""

from dataclasses import replace
from xml.etree import ElementTree

from editions.markup import rendered
from editions.publications import ALENA, HOUSE, a_publication
from khronika.editions.site.edition import SiteEdition
from khronika.schema.subject import SubjectId

PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def site(address: str, *, unindexed: frozenset[SubjectId] = frozenset()) -> dict[str, bytes]:
    house = replace(HOUSE, address=address)
    publication = a_publication(languages=("en", "ru"), house=house)
    return rendered(SiteEdition(), replace(publication, unindexed=unindexed))


def places(files: dict[str, bytes]) -> list[str]:
    tree = ElementTree.fromstring(files["sitemap.xml"])  # noqa: S314 - made two lines above
    return [one.text or "" for one in tree.iter(f"{PLACE}loc")]


def test_without_an_address_there_is_no_map() -> None:
    assert not {"sitemap.xml", "robots.txt"} & site("").keys()


def test_every_place_on_the_map_is_a_file_of_the_site() -> None:
    files = site("https://example.org/archive")
    found = places(files)
    assert len(found) == len(set(found)) > 20
    for place in found:
        assert place.removeprefix("https://example.org/archive/") in files, place
    assert "https://example.org/archive/ru/people/belova-alena.html" in found


def test_whoever_asked_not_to_be_found_is_not_on_it() -> None:
    files = site("https://example.org/", unindexed=frozenset({ALENA}))
    assert b"belova-alena" not in files["sitemap.xml"] + files["robots.txt"]
    assert b"lesnoy-boris" in files["sitemap.xml"]


def test_every_place_names_its_other_languages_and_its_day() -> None:
    text = site("https://example.org/")["sitemap.xml"].decode()
    assert 'hreflang="ru" href="https://example.org/ru/people/belova-alena.html"' in text
    assert "<lastmod>2026-10-01</lastmod>" in text


def test_crawlers_are_told_only_where_they_ask() -> None:
    assert b"Sitemap: https://example.org/sitemap.xml" in site("https://example.org")["robots.txt"]
    assert "robots.txt" not in site("https://example.org/archive/")
