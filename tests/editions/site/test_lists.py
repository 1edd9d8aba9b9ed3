"""The page of all lists: each facet with its rule, its headings in order, what is missing last."""

from collections.abc import Callable

import pytest

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, SQUARE, VERA, a_publication, names
from khronika.editions.site.edition import SiteEdition

Page = Callable[[str], Element]


def headings(page: Element, facet: str) -> list[str]:
    section = page.one("section", **{"aria-labelledby": facet})
    return [one.text for one in section.all("a")]


def test_the_page_says_whom_it_counts(page: Page) -> None:
    assert "count the 3 persons with a page here" in page("en/by/index.html").text
    assert "Homes are never listed." in page("en/by/index.html").text


@pytest.mark.parametrize(
    ("language", "arrested"),
    [
        ("en", ["2022, month not recorded", "February 2022", "November 2022",
                "No date of arrest recorded"]),
        ("ru", ["2022, месяц не записан", "февраль 2022 г.", "ноябрь 2022 г.",
                "Дата задержания не записана"]),
    ],
)  # fmt: skip
def test_months_stand_in_order_and_what_is_not_recorded_last(
    language: str, arrested: list[str]
) -> None:
    claims = [
        *names(),
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2022-11-03", event="again"),
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2022-02-03", event="before"),
        a_claim("arrest", subject=BORIS, case=SQUARE, date="2022"),
    ]
    site = rendered(SiteEdition(), a_publication(claims, languages=(language,)))
    assert headings(parsed(site[f"{language}/by/index.html"]), "arrested") == arrested


def test_articles_stand_in_the_order_of_the_code() -> None:
    claims = [*names()]
    for number, article in enumerate(("RU-UK 205.10", "RU-UK 205.2", "RU-KoAP 20.3", "RU-UK 214")):
        claims.append(a_claim("charge", subject=VERA, article=article, section=f"p. {number}"))
    site = rendered(SiteEdition(), a_publication(claims, languages=("en",)))
    found = headings(parsed(site["en/by/index.html"]), "article")
    assert found.pop() == "No article recorded"
    assert [one.split("article ")[1] for one in found] == ["20.3", "205.2", "205.10", "214"]


def test_a_list_of_a_case_leads_to_the_page_of_the_case(page: Page) -> None:
    listed = page("en/by/case/square.html")
    assert listed.one("h1").text == "Case: The Square case"
    assert listed.one("main").all("a", href="../../cases/square.html")
    assert listed.one("p", of_class="up").one("a").attributes["href"] == "../index.html"


def test_a_record_of_nobody_says_so() -> None:
    site = rendered(SiteEdition(), a_publication([], languages=("en",)))
    assert "Nobody is listed yet." in parsed(site["en/by/index.html"]).text


def test_numbers_on_the_first_page_lead_to_the_people_they_count(page: Page) -> None:
    table = page("en/index.html").one("table")
    for row in table.one("tbody").all("tr"):
        href = row.one("a").attributes["href"]
        assert f"Persons here: {row.one('td').text} of" in page(f"en/{href}").text


def test_a_person_leads_to_the_lists_of_the_same_articles(page: Page) -> None:
    also = page("en/people/belova-alena.html").one("section", of_class="also")
    assert [one.attributes["href"] for one in also.all("a")] == ["../by/article/ru-uk-205.2.html"]
