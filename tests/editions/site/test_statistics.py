"""The page of numbers says each one twice, as a picture and as a table, and both agree."""

from collections.abc import Callable

import pytest

from editions.markup import Element, parsed, rendered
from editions.publications import a_publication
from khronika.editions.count import counts
from khronika.editions.site.edition import SiteEdition
from khronika.values.language import LANGUAGES

Page = Callable[[str], Element]
PARTS = ("status", "articles", "arrests", "verdicts", "terms", "regimes")


def table_of(section: Element) -> dict[str, str]:
    rows = section.one("tbody").all("tr")
    return {row.one("th").text: row.one("td").text for row in rows}


def part(page: Element, name: str) -> Element:
    return page.one("section", **{"aria-labelledby": f"part-{name}"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PARTS)
def test_the_picture_and_the_table_have_the_same_numbers(
    page: Page, language: str, name: str
) -> None:
    section = part(page(f"{language}/statistics.html"), name)
    shown = [one.text for one in section.all("tspan")]
    assert shown == list(table_of(section).values())
    assert len(section.all("text")) == len(shown)


def test_the_statuses_are_those_of_the_first_page(page: Page) -> None:
    counted = counts(a_publication())
    rows = table_of(part(page("en/statistics.html"), "status"))
    home = page("en/index.html").one("tbody")
    same = {row.one("th").text: row.one("td").text for row in home.all("tr")}
    assert {label: count for label, count in same.items() if label in rows} == {
        label: count for label, count in rows.items() if label in same
    }
    assert sum(map(int, rows.values())) == counted.people


@pytest.mark.parametrize("name", PARTS)
def test_every_part_has_its_rule_and_how_many_are_not_known(page: Page, name: str) -> None:
    section = part(page("en/statistics.html"), name)
    assert section.one("p", of_class="rule").text
    assert "Not recorded:" in section.one("p", of_class="known").text


def test_what_could_not_be_counted_has_a_line_of_its_own(page: Page) -> None:
    arrests = part(page("en/statistics.html"), "arrests")
    assert table_of(arrests) == {"2023": "2", "2026": "1"}
    verdicts = part(page("en/statistics.html"), "verdicts")
    assert table_of(verdicts) == {"2024": "1", "not recorded": "2"}
    assert verdicts.one("tr", of_class="uncounted").one("th").text == "not recorded"


def test_the_day_the_state_and_the_rule_stand_on_the_page(page: Page) -> None:
    text = page("en/statistics.html").text
    assert "on 22 November 2026" in text
    assert a_publication().state in text
    assert "Each counts once" in text


def test_nobody_is_counted_by_what_they_are_believe_or_belong_to(page: Page) -> None:
    text = page("en/statistics.html").text
    for trait in ("teacher", "Readers' Circle"):
        assert trait not in text


def test_a_casebook_of_nobody_has_a_page_without_pictures() -> None:
    site = rendered(SiteEdition(), a_publication([], languages=("en",)))
    empty = parsed(site["en/statistics.html"])
    assert not empty.all("svg")
    assert "Known: 0 of 0." in empty.text
