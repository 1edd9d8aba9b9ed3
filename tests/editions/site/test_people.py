"""The list of people: by surname, with status in words, and never by organisation."""

from collections.abc import Callable

from builders import a_claim, person
from editions.markup import Element, parsed, rendered
from editions.publications import a_publication
from khronika.editions.site.edition import SiteEdition
from khronika.editions.site.people import MANY

Page = Callable[[str], Element]


def test_people_stand_in_the_order_of_surnames_under_their_letters(page: Page) -> None:
    people = page("en/people.html")
    assert [one.text for one in people.all("h2")] == ["B", "E", "L"]
    names = [one.text for one in people.all("a", of_class="person-name")]
    assert names == ["Alyona Belova", "Vera Ezhova", "Boris Lesnoy"]
    russian = page("ru/people.html")
    assert [one.text for one in russian.all("h2")] == ["Б", "Е", "Л"]


def test_each_stands_with_status_since_and_case(page: Page) -> None:
    first = page("en/people.html").all("li", of_class="person")[0]
    assert first.one("span", of_class="chip").text == "Serving a sentence"
    assert "since 1 March 2024" in first.text
    assert first.one("a", href="cases/square.html").text == "The Square case"


def test_a_long_list_gets_an_index_of_letters_and_an_empty_one_says_so() -> None:
    many = [
        a_claim("name", subject=person(f"p{n}"), text=f"Ann {chr(65 + n % 20)}ov{n}")
        for n in range(MANY + 1)
    ]
    page = parsed(rendered(SiteEdition(), a_publication(many, languages=("en",)))["en/people.html"])
    letters = page.one("nav", of_class="letters").all("a")
    assert len(letters) == 20
    nobody = rendered(SiteEdition(), a_publication([], languages=("en",)))
    assert "Nobody is listed yet." in parsed(nobody["en/people.html"]).text
    assert "No source is listed yet." in parsed(nobody["en/sources.html"]).text
    assert "No case is listed yet." in parsed(nobody["en/cases.html"]).text
