"""Around every page: whom to write to, under which licence, and where one is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from editions.markup import Element, parsed, rendered
from editions.publications import HOUSE, a_publication
from khronika.editions.site.edition import SiteEdition

Page = Callable[[str], Element]


def test_every_page_says_whom_to_write_to_and_how_it_may_be_used(page: Page) -> None:
    footer = page("de/people/lesnoy-boris.html").one("footer")
    assert footer.one("a").attributes["href"] == "mailto:editors@example.org"
    assert "CC BY-SA 4.0" in footer.text


@pytest.mark.parametrize(
    ("contact", "href"),
    [("https://group.example/write", "https://group.example/write"), ("ask at the library", "")],
)
def test_a_contact_is_a_link_where_it_can_be_one(contact: str, href: str) -> None:
    publication = a_publication(languages=("en",), house=replace(HOUSE, contact=contact))
    footer = parsed(rendered(SiteEdition(), publication)["en/index.html"]).one("footer")
    assert contact in footer.text
    assert [link.attributes["href"] for link in footer.all("a")] == ([href] if href else [])


def test_a_house_without_contact_and_licence_prints_neither() -> None:
    publication = a_publication(languages=("en",), house=replace(HOUSE, contact="", licence=""))
    footer = parsed(rendered(SiteEdition(), publication)["en/people.html"]).one("footer")
    assert footer.text == ""


def test_the_menu_marks_the_page_one_is_on(page: Page) -> None:
    menu = page("en/sources.html").one("nav", of_class="menu")
    assert menu.one("a", **{"aria-current": "page"}).text == "Sources"
    inner = page("en/cases/square.html").one("nav", of_class="menu")
    assert not inner.all("a", **{"aria-current": "page"})


def test_the_title_of_the_window_names_page_and_casebook(page: Page) -> None:
    assert page("en/index.html").one("title").text == "The Archive of Lugovsk"
    assert page("ru/people.html").one("title").text == "Люди – Луговский архив"
