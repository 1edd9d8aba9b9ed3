"""The page of changes says what is new about whom, and is honest where it can compare nothing."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim, a_decision
from editions.markup import Element, parsed, rendered
from issuing import ALENA, ARREST, BASE, BORIS, NINE, SIX, VERA, after, beside, held, issued, named
from khronika.clearance.issue import Issue
from khronika.clearance.publication import Publication
from khronika.editions.change import Change, changes
from khronika.editions.change_line import change_lines, erratum_line
from khronika.editions.reader import Reader
from khronika.editions.site.changes import changes_view
from khronika.editions.site.edition import SiteEdition
from khronika.schema.decision import Verb
from khronika.values.language import LANGUAGES

NEW = (named(VERA), a_claim("arrest", subject=VERA, date="2024-01-01"))


def much_changed() -> Publication:
    """Somebody new, a date refined, a new event, a status, an erratum."""
    exact = a_claim("arrest", subject=ALENA, case=ARREST.case, date="2022-08-30")
    served = a_claim("release", subject=BORIS, date="2024-02-02", kind_="served")
    wrong = a_decision(Verb.REJECT, NINE.id())
    now = held(*BASE, NINE, SIX, exact, served, *NEW, decisions=[wrong])
    return after(held(*BASE, NINE), now)


def page_of(publication: Publication, language: str = "en") -> Element:
    return parsed(rendered(SiteEdition(), publication)[f"{language}/changes.html"])


def section(page: Element, name: str) -> str:
    return page.one("section", **{"aria-labelledby": name}).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_by_person_with_links(language: str) -> None:
    page = page_of(much_changed(), language)
    links = {one.attributes["href"] for one in page.one("main").all("a")}
    assert {
        f"people/{who}.html" for who in ("belova-alena", "lesnoy-boris", "yezhova-vera")
    } <= links
    assert [one.attributes["id"] for one in page.all("h2")] == ["new-people", "changed", "errata"]
    assert "spring" in page.one("p", of_class="compared").text


def test_the_lines_say_what_stood_and_what_stands() -> None:
    page = page_of(much_changed())
    assert section(page, "new-people") == "New people yezhova-vera"
    changed = section(page, "changed")
    assert "Arrest, date: now known more exactly: 30 August 2022 (was: August 2022)" in changed
    assert "Added: Release, 2 February 2024" in changed
    assert "now “Released”" in changed
    errata = section(page, "errata")
    assert "we said 9 years until issue “spring”. Now: 6 years." in errata


def test_a_russian_date_at_the_end_of_a_sentence_has_one_stop() -> None:
    wrong = a_decision(Verb.REJECT, BASE[3].id())
    right = a_claim("arrest", subject=BORIS, date="2023-02-02")
    publication = after(held(*BASE), held(*BASE, right, decisions=[wrong]))
    found = changes(publication)
    assert found is not None
    said = erratum_line(found.errata[0], found.since, Reader(publication, "ru"))
    assert said.endswith("2023\xa0г.")


def test_before_the_first_issue_it_says_so() -> None:
    view = changes_view("en/changes.html", Reader(beside(held(*BASE)), "en"))
    assert view.since == "No issue has come out yet, so there is nothing to compare with."
    assert (view.issue, view.nothing) == ("", False)


def test_the_first_issue_has_nothing_to_compare_with() -> None:
    first = beside(held(*BASE), going_out=Issue("spring", date(2024, 6, 1)))
    view = changes_view("en/changes.html", Reader(first, "en"))
    assert view.issue == "Issue “spring”, 1 June 2024"
    assert view.since == "This is the first issue, so there is nothing to compare it with."


def test_where_there_is_nothing_to_tell_it_says_so() -> None:
    publication = much_changed()
    assert publication.since is not None
    silent = replace(publication.since, people={}, cases={}, new=frozenset(), mistaken={})
    page = page_of(replace(publication, since=silent))
    assert "Nothing has changed since then." in page.text
    assert not page.all("h2")


def test_what_is_not_told_is_pointed_at() -> None:
    reader = Reader(beside(held(*BASE)), "en")
    (line,) = change_lines(Change(ALENA, more=True), reader)
    assert line == "More is said on the page, or another source says it."


def test_the_issues_stand_on_the_method_page_newest_first() -> None:
    summer = Issue("summer & sun", date(2024, 6, 1))
    publication = beside(held(*BASE, NINE), issued(held(*BASE)), going_out=summer)
    method = parsed(rendered(SiteEdition(), publication)["en/method.html"])
    (issues,) = method.one("section", **{"aria-labelledby": "issues"}).all("ul")
    assert [one.text for one in issues.all("li")] == [
        "Issue “summer & sun”, 1 June 2024",
        "Issue “spring”, 1 March 2024",
    ]


def test_an_unchanged_page_keeps_its_key_and_a_changed_one_does_not() -> None:
    then, now = held(*BASE), held(*BASE, NINE)
    publications = (beside(now), after(then, now), after(then, now), beside(now, issued(now)))
    keys = [{file.path: file.key for file in SiteEdition().files(one)} for one in publications]
    assert keys[1] == keys[2]
    for path in ("en/changes.html", "en/method.html", "en/feed.xml"):
        assert len({one[path] for one in keys}) == 3
    assert len({one["en/people/belova-alena.html"] for one in keys}) == 1
