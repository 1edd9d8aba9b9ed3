"""Pages around the rest: a key that covers all they print, and a way out for everybody."""

from dataclasses import replace
from datetime import date

from builders import CASEBOOK, a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import ALENA, HOUSE, PAPER, SQUARE, a_publication, all_claims
from khronika.clearance.publication import Publication
from khronika.editions.site.around import AROUND
from khronika.editions.site.edition import SiteEdition
from khronika.schema.subject import SubjectKind, subject_id

GROUP = subject_id(CASEBOOK, SubjectKind.ORGANISATION, "lamp")


def keys(publication: Publication) -> dict[str, str]:
    return {file.path: file.key for file in SiteEdition().files(publication)}


def with_claim(kind: str, **fields: object) -> Publication:
    return a_publication([*all_claims(), a_claim(kind, **fields)])  # type: ignore[arg-type]


def test_a_figure_of_nobody_in_particular_changes_the_keys_of_its_pages() -> None:
    before = keys(a_publication())
    after = keys(with_claim("figure", subject=GROUP, measure="held", value=7))
    for page in ("figures", "statistics"):
        assert before[f"en/{page}.html"] != after[f"en/{page}.html"]


def test_a_day_to_come_changes_the_key_of_the_calendar() -> None:
    before = keys(a_publication())
    hearing = with_claim("hearing", subject=ALENA, case=SQUARE, date="2027-02-02")
    assert before["en/calendar.html"] != keys(hearing)["en/calendar.html"]


def test_another_title_of_a_source_changes_the_key_of_the_figures() -> None:
    one = with_claim("figure", subject=GROUP, measure="held", value=7)
    other = replace(one, sources={**one.sources, PAPER.id: replace(PAPER, title="Renamed")})
    assert keys(one)["en/figures.html"] != keys(other)["en/figures.html"]


def test_every_page_leads_to_all_of_these() -> None:
    site = rendered(SiteEdition(), a_publication(languages=("en",)))
    person = parsed(site["en/people/belova-alena.html"])
    linked = {one.attributes["href"].removeprefix("../") for one in person.all("a")}
    assert set(AROUND) <= linked


def correction(contact: str) -> Element:
    publication = a_publication(languages=("en",), house=replace(HOUSE, contact=contact))
    return parsed(rendered(SiteEdition(), publication)["en/correction.html"]).one("main")


def test_whoever_wants_something_withdrawn_finds_whom_to_ask() -> None:
    found = correction("editors@example.org")
    assert found.one("a", href="mailto:editors@example.org")
    assert "You need not give a reason." in found.text
    assert "No contact stands here" not in found.text


def test_without_a_contact_the_page_says_where_to_ask() -> None:
    found = correction("")
    assert "No contact stands here" in found.one("p", of_class="honest").text


def test_a_person_who_asked_is_not_found_by_search() -> None:
    hidden = a_publication(languages=("en",), as_of=date(2026, 11, 22))
    hidden = replace(hidden, unindexed=frozenset({ALENA}))
    site = rendered(SiteEdition(), hidden)
    robots = [
        path
        for path, data in site.items()
        if path.startswith("en/people/") and parsed(data).all("meta", name="robots")
    ]
    assert robots == ["en/people/belova-alena.html"]
    assert (
        keys(hidden)["en/people/belova-alena.html"]
        != (keys(replace(hidden, unindexed=frozenset()))["en/people/belova-alena.html"])
    )
