"""The name a person or case prints under."""

import pytest

from builders import a_claim, by_id, case, person
from folded import TODAY, material
from khronika.dossier.fold import fold
from khronika.dossier.names import (
    all_names,
    case_name,
    checked_name,
    name_for_all,
    person_name,
)
from khronika.schema.claim import Certainty, Claim, Speaker
from khronika.values.name import PersonName

FULL = a_claim("name", lang="ru", family={"text": "Фролов"}, given={"text": "Савелий"},
               text={"text": "Савелий Фролов"}, form="full")  # fmt: skip
OWN = a_claim("name", lang="en", text={"text": "Saveliy F."}, form="own")
VARIANT = a_claim("name", lang="en", text={"text": "Savely Froloff"}, form="variant")


def named(*claims: Claim, language: str) -> str:
    people = fold(material(*claims), as_of=TODAY).people
    return person_name(people[person()], by_id(claims), language)


@pytest.mark.parametrize(
    ("claims", "language", "printed"),
    [
        ([FULL, VARIANT], "ru", "Савелий Фролов"),
        ([FULL, VARIANT], "de", "Saweli Frolow"),
        ([FULL, OWN], "en", "Saveliy F."),
        ([FULL, OWN], "fr", "Saveli Frolov"),
        ([VARIANT], "en", "Savely Froloff"),
        ([VARIANT], "ru", "Savely Froloff"),
        ([a_claim()], "en", "belova-alena"),
        ([a_claim("name", given={"text": "Anna"}, family={"text": "Bell"})], "en", "Anna Bell"),
    ],
)
def test_a_name_prints_by_the_language(claims: list[Claim], language: str, printed: str) -> None:
    assert named(*claims, language=language) == printed


@pytest.mark.parametrize("claims", [[FULL, OWN], [VARIANT], [a_claim()]])
def test_no_name_is_for_all_languages_where_one_is_spelled_otherwise(claims: list[Claim]) -> None:
    people = fold(material(*claims), as_of=TODAY).people
    assert name_for_all(people[person()], by_id(claims)) is None


def test_a_whole_name_is_for_all_languages() -> None:
    people = fold(material(FULL, VARIANT), as_of=TODAY).people
    assert name_for_all(people[person()], by_id([FULL, VARIANT])) == PersonName("Фролов", "Савелий")


def test_all_spellings_are_told() -> None:
    people = fold(material(FULL, VARIANT), as_of=TODAY).people
    assert all_names(people[person()], by_id([FULL, VARIANT])) == (
        ("Savely Froloff", "en"),
        ("Савелий Фролов", "ru"),
    )


def test_a_case_prints_in_the_language_it_is_named_in() -> None:
    claims = [
        a_claim("name", subject=case(), lang="en", text={"text": "The square"}),
        a_claim("name", subject=case(), lang="ru", text={"text": "Дело площади"}),
        a_claim("name", subject=case("gate"), text={"text": "Gate"}, lang=""),
        a_claim("step", subject=case("yard"), date="2022"),
    ]
    cases = fold(material(*claims), as_of=TODAY).cases
    held = by_id(claims)
    assert case_name(cases[case()], held, "ru") == "Дело площади"
    assert case_name(cases[case()], held, "de") == "The square"
    assert case_name(cases[case("gate")], held, "en") == "Gate"
    assert case_name(cases[case("yard")], held, "en") == "yard"


RECORDED = {"lang": "ru", "family": "Белова", "given": "Алёна", "form": "full"}


@pytest.mark.parametrize(
    ("changed", "is_checked"),
    [
        ({"speaker": Speaker.COURT}, True),
        ({"speaker": Speaker.RELATIVE, "patronymic": "Игоревна"}, True),
        ({"speaker": Speaker.EDITORS}, False),  # spelled back from another alphabet
        ({"certainty": Certainty.ALLEGED}, False),
        ({"form": "variant"}, False),
        ({"family": "Belova", "given": "Alyona"}, False),
    ],
)
def test_a_name_is_checked_where_somebody_who_knows_wrote_it(
    changed: dict[str, object], is_checked: bool
) -> None:
    claim = a_claim("name", **{**RECORDED, **changed})  # type: ignore[arg-type]
    people = fold(material(claim), as_of=TODAY).people
    found = checked_name(people[person()], by_id([claim]))
    assert (found is not None) == is_checked
