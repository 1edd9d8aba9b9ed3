"""Advice says how sure it is, and no address stands with it."""

from collections.abc import Callable

import pytest

from editions.markup import Element
from khronika.solidarity.tables import advice
from khronika.values.language import LANGUAGES

Page = Callable[[str], Element]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_piece_of_advice_has_its_source_or_is_to_be_checked(
    page: Page, language: str
) -> None:
    rows = [
        row
        for given in page(f"{language}/help.html").all("ul", of_class="advice")
        for row in given.all("li")
    ]
    assert len(rows) == len(advice())
    for row in rows:
        assert bool(row.all(of_class="flag")) != bool(row.all(of_class="read")), row.text


def test_what_was_read_links_to_where(page: Page) -> None:
    read = page("en/help.html").all(of_class="read")
    assert len(read) == sum(1 for _, _, found in advice().values() if found)
    assert all(one.one("a").attributes["href"].startswith("https://") for one in read)


def test_the_way_leads_to_people_and_to_the_calendar(page: Page) -> None:
    doors = [one.attributes["href"] for one in page("ru/help.html").all("a", of_class="door")]
    assert doors == ["people.html", "calendar.html"]
