"""The first page prints no number without its rule, its day and its state."""

from collections.abc import Callable
from datetime import date

from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.site.edition import SiteEdition

Page = Callable[[str], Element]


def test_numbers_stand_with_their_rule(page: Page) -> None:
    table = page("en/index.html").one("table")
    caption = table.one("caption").text
    assert "on 22 November 2026" in caption
    assert "Each counts once" in caption
    assert "not the number of all" in caption
    rows = [[cell.text for cell in row.inside if isinstance(cell, Element)]
            for row in table.one("tbody").all("tr")]  # fmt: skip
    assert rows == [["Detained", "1"], ["Serving a sentence", "1"], ["Released", "1"]]
    assert table.one("tfoot").one("td").text == "3"


def test_the_rest_of_the_numbers_agree_with_their_nouns(page: Page) -> None:
    english = page("en/index.html").text
    assert "2 persons in custody" in english
    assert "1 case" in english
    assert "3 sources named" in english
    assert "1 person about whom sources disagree" in english
    assert "2 человека лишены свободы" in page("ru/index.html").text


def test_the_newest_changes_come_first() -> None:
    changed = {ALENA: date(2026, 10, 1), BORIS: date(2026, 11, 3)}
    site = rendered(SiteEdition(), a_publication(languages=("en",), changed=changed))
    listed = parsed(site["en/index.html"]).one("section", **{"aria-labelledby": "changed"})
    assert [row.text for row in listed.all("li")] == [
        "Boris Lesnoy 3 November 2026",
        "Alyona Belova 1 October 2026",
    ]


def test_without_days_of_change_nothing_is_called_new() -> None:
    site = rendered(SiteEdition(), a_publication(languages=("en",), changed={}))
    assert "Changed last" not in parsed(site["en/index.html"]).text


def test_what_the_editors_say_of_themselves_stands_on_home_and_method() -> None:
    prose = (Prose("about", None, "en", "We are few."), Prose("method", None, "en", "We ask."))
    site = rendered(SiteEdition(), a_publication(languages=("en",), prose=prose))
    assert "We are few." in parsed(site["en/index.html"]).text
    assert "We ask." in parsed(site["en/method.html"]).text
