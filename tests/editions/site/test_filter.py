"""What the script gets to read: the values of the prebuilt lists, and every word in the page."""

import re
from collections.abc import Callable

from builders import a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, BORIS, SQUARE, VERA, a_publication, all_claims, names
from khronika.editions.facet import Indexes
from khronika.editions.reader import Reader
from khronika.editions.site.edition import SiteEdition
from khronika.editions.site.filter import BY, choices_of, marks_of

Page = Callable[[str], Element]


def test_every_row_carries_its_values_and_every_value_can_be_chosen(page: Page) -> None:
    people = page("en/people.html")
    rows = people.all("li", of_class="person")
    assert rows
    for select in people.all("select"):
        name = select.attributes["name"]
        offered = {one.attributes["value"] for one in select.all("option")}
        carried = {value for row in rows for value in row.attributes[f"data-{name}"].split()}
        assert carried | {""} == offered, name


def test_a_value_means_the_people_of_the_prebuilt_list(site: dict[str, bytes]) -> None:
    people = parsed(site["en/people.html"])
    for select in people.all("select"):
        name = select.attributes["name"]
        for option in select.all("option"):
            value = option.attributes["value"]
            if not value or name == "arrested":
                continue
            listed = parsed(site[f"en/by/{name}/{value}.html"])
            marked = {
                row.one("a", of_class="person-name").text
                for row in people.all("li", of_class="person")
                if value in row.attributes[f"data-{name}"].split()
            }
            assert marked == {one.text for one in listed.all("a", of_class="person-name")}


def test_of_an_arrest_the_year_is_chosen() -> None:
    claims = [
        *names(),
        a_claim("arrest", subject=ALENA, case=SQUARE, date="2022-12/2023-01"),
        a_claim("arrest", subject=BORIS, case=SQUARE, date="2023-05-02"),
    ]
    publication = a_publication(claims)
    indexes = Indexes(publication)
    assert dict(marks_of(ALENA, indexes))["arrested"] == "2022 2023"
    assert dict(marks_of(VERA, indexes))["arrested"] == "not_recorded"
    by_name = {one.name: one for one in choices_of(indexes, Reader(publication, "en"))}
    assert [(one.value, one.label) for one in by_name["arrested"].options] == [
        ("2022", "2022"), ("2023", "2023"), ("not_recorded", "No date of arrest recorded")
    ]  # fmt: skip


def test_a_question_with_one_answer_is_not_asked() -> None:
    publication = a_publication(names())
    asked = choices_of(Indexes(publication), Reader(publication, "en"))
    assert asked == ()
    page = parsed(rendered(SiteEdition(), publication)["en/people.html"])
    assert not page.all("script")
    assert not page.all("fieldset")


def test_without_a_script_the_page_shows_the_lists_and_no_dead_controls(page: Page) -> None:
    people = page("en/people.html")
    panel = people.one("div", of_class="narrow")
    assert "hidden" in panel.attributes
    assert people.one("main").all("a", href="by/index.html")
    assert not [row for row in people.all("li", of_class="person") if "hidden" in row.attributes]


def test_every_question_has_a_label_and_the_count_is_said_politely(page: Page) -> None:
    panel = page("ru/people.html").one("div", of_class="narrow")
    assert panel.one("fieldset").one("legend").text == "Сузить список"
    labels = {one.attributes["for"]: one.text for one in panel.all("label")}
    assert set(labels) == {one.attributes["id"] for one in panel.all("select")}
    assert all(labels.values())
    count = panel.one("p", id="shown")
    assert (count.attributes["role"], count.attributes["aria-live"]) == ("status", "polite")
    assert panel.attributes["data-shown"] == "Показано: {count} из {total}"
    assert panel.one("button").attributes["type"] == "button"


def test_the_script_holds_no_words_of_its_own_and_asks_nobody(site: dict[str, bytes]) -> None:
    script = re.sub(r"(?m)^\s*(//.*|/\*\*.*\*/)$", "", site["filter.js"].decode())
    strings = [one.strip("\"'") for one in re.findall(r"\"[^\"]*\"|'[^']*'", script)]
    assert not [one for one in strings if re.search(r"[A-Z][a-z]+ [a-z]+", one)]
    for word in (
        "fetch",
        "XMLHttpRequest",
        "import",
        "eval",
        "innerHTML",
        "localStorage",
        "cookie",
    ):
        assert word not in script


def test_the_questions_are_the_five_and_no_organisation() -> None:
    assert [one.value for one in BY] == ["status", "case", "article", "place", "arrested"]
    claims = all_claims()
    assert [name for name, _ in marks_of(ALENA, Indexes(a_publication(claims)))] == [
        one.value for one in BY
    ]
