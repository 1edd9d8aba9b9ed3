"""A case's page names its people with their status, and tells the case alone."""

from collections.abc import Callable

from editions.markup import Element, parsed, rendered
from editions.publications import SQUARE, a_publication
from khronika.clearance.publication import Prose
from khronika.editions.site.edition import SiteEdition

Page = Callable[[str], Element]
PATH = "en/cases/square.html"


def test_the_people_of_a_case_stand_with_status_and_source(page: Page) -> None:
    people = page(PATH).all("li", of_class="person")
    assert [one.one("a", of_class="person-name").text for one in people] == [
        "Alyona Belova",
        "Boris Lesnoy",
    ]
    assert [one.one("span", of_class="chip").text for one in people] == [
        "Serving a sentence",
        "Released",
    ]
    assert all(one.all("a", of_class="ref") for one in people)


def test_the_case_is_named_in_the_readers_language(page: Page) -> None:
    assert page(PATH).one("h1").text == "The Square case"
    assert page("ru/cases/square.html").one("h1").text == "Дело о площади"
    assert page("fr/cases/square.html").one("h1").text == "The Square case"


def test_what_happened_in_the_case_stands_in_order(page: Page) -> None:
    told = page(PATH).one("ol", of_class="timeline").text
    assert "20 November 2023 Trial began Source [1]" in told


def test_solidarity_and_support_stand_with_the_case(page: Page) -> None:
    text = page(PATH).one("main").text
    assert "Picket" in text
    assert "square@example.org" in text


def test_a_case_without_its_people_published_names_nobody() -> None:
    publication = a_publication(languages=("en",))
    without = type(publication)(
        **{name: getattr(publication, name) for name in publication.__slots__ if name != "people"},
        people={},
    )
    page = parsed(rendered(SiteEdition(), without)[PATH])
    assert "Belova" not in page.text
    assert not page.all("li", of_class="person")


def test_an_essay_stands_on_the_page_of_its_case() -> None:
    prose = (Prose("essay", SQUARE, "en", "A square is *a place*."),)
    publication = a_publication(languages=("en",), prose=prose)
    page = parsed(rendered(SiteEdition(), publication)[PATH])
    assert page.one("em").text == "a place"


def test_the_list_of_cases_counts_the_people_listed(page: Page) -> None:
    row = page("ru/cases.html").one("ul", of_class="cases").one("li")
    assert row.text == "Дело о площади 2 человека"
