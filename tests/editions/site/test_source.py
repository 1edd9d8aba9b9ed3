"""The list of sources names the open ones, with the pages that rest on each."""

from collections.abc import Callable

from editions.markup import Element

Page = Callable[[str], Element]


def test_each_source_leads_to_the_pages_that_cite_it(page: Page) -> None:
    rows = page("en/sources.html").one("ul", of_class="source-list").inside
    listed = [row for row in rows if isinstance(row, Element)]
    assert [row.one("cite").text for row in listed] == [
        "Echo of the Paper",
        "The Lugovsk Paper",
        "Доклад о деле о площади",
    ]
    cited = listed[1].one("p", of_class="cited")
    assert [link.text for link in cited.all("a")] == [
        "Alyona Belova",
        "Vera Ezhova",
        "Boris Lesnoy",
        "The Square case",
    ]


def test_a_source_keeps_its_language_date_and_what_was_read(page: Page) -> None:
    report = page("en/sources.html").one("main").all("li")[-1]
    assert report.one("cite").attributes["lang"] == "ru"
    assert "Правозащитная группа, May 2024." in report.text
    assert "Not read in full." in report.text


def test_a_closed_source_is_not_in_the_list_in_any_form(page: Page) -> None:
    text = page("en/sources.html").one("ul", of_class="source-list").text
    assert "editors" not in text


def test_an_address_of_the_web_is_a_link_and_stands_in_print(page: Page) -> None:
    link = page("en/sources.html").one("a", href="https://paper.example/cases/square?page=2&part=1")
    assert link.attributes["rel"] == "noreferrer"
