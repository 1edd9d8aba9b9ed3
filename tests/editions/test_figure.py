"""Published figures stand apart, each with who counted, when, and a note."""

from builders import CASEBOOK, a_claim
from editions.markup import Element, parsed, rendered
from editions.publications import REPORT, SQUARE, a_publication, closed
from khronika.editions.site.edition import SiteEdition
from khronika.schema.claim import Certainty, Claim
from khronika.schema.subject import SubjectKind, subject_id

GROUP = subject_id(CASEBOOK, SubjectKind.ORGANISATION, "lamp")


def figure(value: int, **more: object) -> Claim:
    given = {"subject": GROUP, "measure": "political-prisoners", "as_of": "2026-01-31", **more}
    return a_claim("figure", value=value, **given)  # type: ignore[arg-type]


def page(*claims: Claim, name: str = "figures") -> Element:
    publication = a_publication(claims, languages=("en",))
    return parsed(rendered(SiteEdition(), publication)[f"en/{name}.html"])


def numbers(*claims: Claim) -> list[str]:
    return [one.text for one in page(*claims).one("main").all(of_class="figure-number")]


def test_every_figure_has_its_measure_day_body_and_note() -> None:
    named = a_claim("name", subject=GROUP, text="The Lamp")
    found = page(named, figure(143, by={"text": "Another Lamp", "lang": "en"}))
    row = found.one("li", of_class="record")
    for said in ("143", "political prisoners", "31 January 2026", "Another Lamp", "The Lamp"):
        assert said in row.text, said
    assert row.all("a", of_class="ref")
    assert "The Lugovsk Paper" in found.one("ol", of_class="notes").text


def test_two_numbers_about_one_thing_stay_two() -> None:
    assert sorted(numbers(figure(143), figure(150, section="p. 2"))) == ["143", "150"]


def test_two_sources_of_the_very_same_words_share_a_line() -> None:
    found = page(figure(143), figure(143, source=REPORT.id))
    assert len(found.all("li", of_class="record")) == 1
    assert len(found.one("ol", of_class="notes").all("li")) == 2


def test_a_number_that_is_only_denied_or_still_to_come_does_not_stand() -> None:
    assert numbers(figure(143, certainty=Certainty.DENIED)) == []
    assert numbers(figure(143, as_of="2027-01-01")) == []


def test_a_denial_stands_beside_the_number_it_denies() -> None:
    found = page(figure(143), figure(143, certainty=Certainty.DENIED, section="p. 9"))
    assert "Denied" in found.one("li", of_class="record").text


def test_a_figure_of_a_case_leads_to_the_case_and_its_clash_shows_both() -> None:
    named = a_claim("name", subject=SQUARE, text="The Square case")
    found = page(
        named,
        figure(40, subject=SQUARE, measure="defendants"),
        figure(41, subject=SQUARE, measure="defendants", section="p. 2"),
    )
    row = found.one("li", of_class="record")
    assert row.one("a", href="cases/square.html").text == "The Square case"
    assert "40" in row.text
    assert "41" in row.text
    assert "sources disagree" in row.text


def test_a_closed_source_is_known_to_the_editors() -> None:
    found = page(closed(figure(143)))
    assert "Known to the editors, March 2026" in found.one("ol", of_class="notes").text


def test_figures_of_everybody_stand_on_the_statistics_page_and_those_of_a_case_do_not() -> None:
    beside = page(figure(143), figure(40, subject=SQUARE, measure="defendants"), name="statistics")
    assert [one.text for one in beside.all(of_class="figure-number")] == ["143"]


def test_the_newest_comes_first_under_one_measure() -> None:
    assert numbers(figure(102, as_of="2016"), figure(305, as_of="2019-10-30")) == ["305", "102"]
