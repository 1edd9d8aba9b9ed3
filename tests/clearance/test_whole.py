import pytest

from builders import a_claim, a_source, person
from clearing import cleared, code, in_arrest, restricted
from khronika.schema.claim import Certainty
from khronika.schema.source import SourceLevel

NAME = a_claim("name", text="Alena Belova")
SEARCH = a_claim("search", date="2022-02-01")


@pytest.mark.parametrize("only", [SEARCH, a_claim("release", date="2022-02-02")])
def test_nobody_only_searched_or_released_is_named(only: object) -> None:
    outcome = cleared(NAME, only)  # type: ignore[arg-type]
    assert {one.code for one in outcome.refused} == {"only-searched"}
    assert outcome.people == frozenset()


@pytest.mark.parametrize(
    "more",
    [
        in_arrest(),
        a_claim("charge", article="RU-UK 205.2"),
        a_claim("listing", date="2022-02-03"),
        a_claim("incident", kind_="abduction"),
    ],
)
def test_a_search_is_told_where_more_than_a_search_is_public(more: object) -> None:
    assert code(SEARCH, NAME, more) == ""  # type: ignore[arg-type]


def test_what_is_held_back_or_denied_makes_no_page() -> None:
    assert code(SEARCH, NAME, in_arrest(), levels=restricted(in_arrest())) == "only-searched"
    denied = a_claim("arrest", date="2022-03-01", certainty=Certainty.DENIED)
    assert code(SEARCH, NAME, denied) == "only-searched"


def test_a_search_that_is_held_back_still_protects() -> None:
    assert code(NAME, SEARCH, levels=restricted(SEARCH)) == "only-searched"


def test_where_a_name_is_held_back_everything_is() -> None:
    assert code(in_arrest(), NAME, levels=restricted(NAME)) == "name-withheld"
    assert code(in_arrest(), NAME) == ""


def test_one_spelling_that_leaves_is_enough() -> None:
    other = a_claim("name", text="Belova A.")
    assert code(in_arrest(), NAME, other, levels=restricted(other)) == ""


def test_what_happens_to_one_person_is_no_reason_about_another() -> None:
    boris = a_claim("search", subject=person("gray-boris"), date="2022-02-01")
    assert code(in_arrest(), boris, sources=[a_source(level=SourceLevel.OPEN)]) == ""
