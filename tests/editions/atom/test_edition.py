"""The feed of issues is Atom, names nobody, and stays the same while no issue went out."""

from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from editions.markup import rendered
from editions.publications import HOUSE, a_publication
from khronika.clearance.issue import Issue
from khronika.editions.atom.edition import AtomEdition
from khronika.values.language import LANGUAGES

ATOM = "{http://www.w3.org/2005/Atom}"
ISSUES = (Issue("spring <&>", date(2026, 3, 1)), Issue("autumn", date(2026, 9, 1)))


def feed(language: str = "en", **changes: object) -> ElementTree.Element:
    one = replace(a_publication(), issues=ISSUES, **changes)  # type: ignore[arg-type]
    data = rendered(AtomEdition(), one)[f"atom/{language}/atom.xml"]
    return ElementTree.fromstring(data)  # noqa: S314 - our own files


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feed_has_what_the_standard_asks_for(language: str) -> None:
    root = feed(language)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert element.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert root.findtext(f"{ATOM}author/{ATOM}name")


def test_the_newest_issue_comes_first_and_dates_the_feed() -> None:
    root = feed()
    titles = [one.findtext(f"{ATOM}title") for one in root.findall(f"{ATOM}entry")]
    assert titles == ["Issue autumn", "Issue spring <&>"]
    assert root.findtext(f"{ATOM}updated") == "2026-09-01T00:00:00Z"


def test_every_issue_has_a_name_of_its_own_that_stays() -> None:
    ids = [one.findtext(f"{ATOM}id") for one in feed().iter(f"{ATOM}entry")]
    assert len(set(ids)) == 2
    assert ids == [
        one.findtext(f"{ATOM}id") for one in feed(as_of=date(2027, 1, 1)).iter(f"{ATOM}entry")
    ]


def test_links_lead_to_the_web_only_where_the_house_has_a_place_there() -> None:
    assert not list(feed().iter(f"{ATOM}link"))
    links = list(feed(house=replace(HOUSE, address="https://lug.example/")).iter(f"{ATOM}link"))
    assert links[0].get("href") == "https://lug.example/en/index.html"


def test_it_names_nobody() -> None:
    text = "".join(feed().itertext())
    assert "Belova" not in text
    assert "Square" not in text
