"""Who stands under which heading: everybody somewhere, nobody by organisation, no home anywhere."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import CASEBOOK, a_claim, a_decision, person
from editions.publications import ALENA, BORIS, SQUARE, a_publication
from khronika.editions.facet import IN_WORDS, NOT_RECORDED, FacetName, Indexes
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectKind, subject_id

TOWN = subject_id(CASEBOOK, SubjectKind.PLACE, "lugovsk")


def under(
    facet: FacetName, *claims: Claim, decisions: tuple[Decision, ...] = ()
) -> dict[str, bool]:
    """Alena's headings in the facet, with whether sources disagree."""
    publication = a_publication(claims, decisions=decisions)
    found = Indexes(publication).headings(facet, ALENA)
    return {heading.slug: disputed for heading, disputed in found.items()}


def arrest(**fields: object) -> Claim:
    return a_claim("arrest", subject=ALENA, case=SQUARE, **fields)  # type: ignore[arg-type]


def custody(kind: str, **fields: object) -> Claim:
    return a_claim("custody", subject=ALENA, case=SQUARE, kind_=kind, **fields)  # type: ignore[arg-type]


def ruling(**fields: object) -> Claim:
    return a_claim("ruling", subject=ALENA, case=SQUARE, **fields)  # type: ignore[arg-type]


def test_nobody_can_be_looked_up_by_organisation() -> None:
    assert {one.value for one in FacetName} == {
        "status", "case", "article", "place", "arrested", "verdict"
    }  # fmt: skip


def test_a_disputed_date_puts_a_person_under_both_months_marked() -> None:
    found = under(FacetName.ARRESTED, arrest(date="2022-08-30"), arrest(date="2022-09-01"))
    assert found == {"2022-08": True, "2022-09": True}


def test_what_a_preference_put_aside_is_no_heading() -> None:
    chosen, aside = arrest(date="2022-08-30"), arrest(date="2022-09-01")
    prefer = a_decision(Verb.PREFER, chosen.id(), over=[aside.id()])
    assert under(FacetName.ARRESTED, chosen, aside, decisions=(prefer,)) == {"2022-08": False}


def test_a_month_that_is_not_known_gives_way_to_its_year_or_years() -> None:
    assert under(FacetName.ARRESTED, arrest(date="2022")) == {"2022": False}
    assert under(FacetName.ARRESTED, arrest(date="2022-08~")) == {"2022": False}
    between = under(FacetName.ARRESTED, arrest(date="2022-11/2023-02"))
    assert between == {"2022": False, "2023": False}


def test_a_verdict_is_of_a_first_instance_or_a_retrial() -> None:
    first = ruling(date="2024-03-01")
    appeal = ruling(date="2024-09-01", instance="appeal")
    again = ruling(date="2025-01-10", instance="retrial")
    assert under(FacetName.VERDICT, first, appeal, again) == {"2024-03": False, "2025-01": False}
    assert under(FacetName.VERDICT, appeal) == {NOT_RECORDED: False}


def test_an_article_counts_once_whatever_its_parts() -> None:
    found = under(
        FacetName.ARTICLE,
        a_claim("charge", subject=ALENA, case=SQUARE, article="RU-UK 205.2/2"),
        a_claim("charge", subject=ALENA, case=SQUARE, article="RU-UK 205.2/1"),
        ruling(articles=["RU-KoAP 20.3.3/1"]),
    )
    assert found == {"ru-uk-205.2": False, "ru-koap-20.3.3": False}


def test_a_place_stands_with_its_region_and_without_its_country() -> None:
    assert under(FacetName.PLACE, arrest(place="surgut")) == {"surgut": False, "ru-khm": False}
    assert under(FacetName.PLACE, arrest(place="red-square")) == {
        "red-square": False, "moscow": False
    }  # fmt: skip
    assert under(FacetName.PLACE, arrest(place="russia")) == {"russia": False}


def test_courts_and_prisons_stand_in_their_towns() -> None:
    assert under(FacetName.PLACE, ruling(court="ufa-sovetsky")) == {"ufa": False, "ru-ba": False}
    held = custody("pretrial", facility="sizo-1-tyumen")
    assert under(FacetName.PLACE, held) == {"tyumen": False, "ru-tyu": False}
    assert under(FacetName.PLACE, ruling(court="supreme")) == {NOT_RECORDED: False}


def test_no_home_and_no_birthplace_is_a_place() -> None:
    at_home = [custody(one, place="surgut") for one in ("house-arrest", "ban-on-actions", "bail")]
    others = [
        a_claim("birth", subject=ALENA, place="kazan"),
        a_claim("search", subject=ALENA, place="omsk"),
        a_claim("incident", subject=ALENA, kind_="beating", place="perm"),
    ]
    for claim in (*at_home, *others):
        assert under(FacetName.PLACE, claim) == {NOT_RECORDED: False}, claim.kind


def test_a_sources_own_words_are_no_heading_unless_the_record_has_such_a_place() -> None:
    words = arrest(place={"text": "Lugovsk", "lang": "en"})
    assert under(FacetName.PLACE, words) == {IN_WORDS: False}
    named = a_claim("name", subject=TOWN, text="Lugovsk")
    assert under(FacetName.PLACE, words, named) == {"lugovsk": False}


def test_a_disputed_place_marks_its_region_too_unless_another_fact_is_sure() -> None:
    said = [arrest(place="surgut"), arrest(place="tomsk")]
    doubted = {"surgut": True, "ru-khm": True, "tomsk": True, "ru-tom": True}
    assert under(FacetName.PLACE, *said) == doubted
    held = custody("pretrial", facility="sizo-1-tomsk")
    sure = doubted | {"tomsk": False, "ru-tom": False}
    assert under(FacetName.PLACE, *said, held) == sure


def test_a_status_that_nobody_can_tell_for_disputes_is_marked() -> None:
    said = [custody("pretrial", start="2026-11-01"), custody("house-arrest", start="2026-11-01")]
    split = [a_decision(Verb.MERGE, *(one.id() for one in said))]
    found = under(FacetName.STATUS, *said, decisions=tuple(split))
    assert found == {"unknown": True}


def test_who_has_no_page_counts_nowhere() -> None:
    publication = a_publication()
    hidden = {one: name for one, name in publication.addresses.items() if one != BORIS}
    object.__setattr__(publication, "addresses", hidden)
    indexes = Indexes(publication)
    assert BORIS not in indexes.people
    assert all(BORIS not in there for one in indexes.facets for there in one.people.values())


DATES = st.sampled_from(["2022", "2022-08", "2022-08-30", "2022-12/2023-01", "2023-03~"])
PLACES = st.sampled_from(["surgut", "ru-khm", "moscow", {"text": "a flat"}])


@st.composite
def records(draw: st.DrawFn) -> list[Claim]:
    claims = [a_claim("name", subject=person(f"p{n}"), text=f"P{n}") for n in range(4)]
    for number in draw(st.lists(st.integers(0, 3), max_size=8)):
        facts = {"date": draw(DATES), "place": draw(PLACES)}
        claims.append(a_claim("arrest", subject=person(f"p{number}"), case=SQUARE, **facts))  # type: ignore[arg-type]
    return claims


@settings(max_examples=40, deadline=None)
@given(claims=records())
def test_every_facet_holds_everybody_and_nothing_recorded_excludes_the_rest(
    claims: list[Claim],
) -> None:
    indexes = Indexes(a_publication(claims, as_of=date(2026, 1, 1)))
    for facet in indexes.facets:
        assert {one for there in facet.people.values() for one in there} == set(indexes.people)
        without = {one for h in facet.people if h.slug == NOT_RECORDED for one in facet.people[h]}
        with_ = {one for h in facet.people if h.slug != NOT_RECORDED for one in facet.people[h]}
        assert not without & with_
