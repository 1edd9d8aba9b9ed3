from datetime import date

import pytest

from builders import a_claim, a_decision, a_ledger, case, person
from khronika.casebook.reading import Reading, read_casebook
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId

SAVA, SVETA, ANNA = person("ladogin-sava"), person("ladogina-sveta"), person("orlova-anna")


def a_name(subject: SubjectId, text: str, lang: str = "ru") -> Claim:
    return a_claim("name", subject=subject, text=text, lang=lang)


NAMES = [
    a_name(SAVA, "Сава Петрович Ладогин"),
    a_name(SVETA, "Светлана Ладогина"),
    a_name(ANNA, "Anna Orlova", "en"),
]


def a_reading(
    *claims: Claim, decisions: tuple[Decision, ...] = (), known_at: str | None = None
) -> Reading:
    ledger = a_ledger([*NAMES, *claims], decisions=decisions)
    in_force = InForce(ledger, standing=True)
    return read_casebook(in_force, as_of=date(2026, 11, 1), known_at=known_at)


@pytest.mark.parametrize(
    "name",
    ["Ладогин", "Ladogin", "ladogin sava", "Сава Ладогин", "LADOGIN", "ladogin-sava", SAVA,
     " Ладогин "],
)  # fmt: skip
def test_every_spelling_finds_the_same_man(name: str) -> None:
    assert a_reading().find(name) == (SAVA,)


def test_a_name_given_in_parts_is_found() -> None:
    told = a_claim("name", subject=person("lednev-ilya"), family="Леднев", given="Илья")
    assert a_reading(told).find("Ilya Lednev") == (person("lednev-ilya"),)


def test_namesakes_are_all_found_and_nobody_is_chosen() -> None:
    other = a_name(person("ladogin-petr"), "Пётр Ладогин")
    assert a_reading(other).find("Ладогин") == (person("ladogin-petr"), SAVA)


def test_a_slug_means_one_person_even_where_it_is_also_a_name() -> None:
    other = a_name(person("x"), "Ладогин-Сава")
    assert a_reading(other).find("ladogin-sava") == (SAVA,)


@pytest.mark.parametrize("name", ["", "   ", "…", "Nobody", "Сава Орлова"])
def test_nobody_is_found_by_what_is_not_a_name(name: str) -> None:
    assert a_reading().find(name) == ()


def test_a_slip_of_the_pen_is_close_to_somebody() -> None:
    assert a_reading().near("Ladogim") == (SAVA, SVETA)
    assert a_reading().near("Zzz") == ()


def test_whoever_was_joined_is_found_under_the_canonical_id() -> None:
    same = a_decision(Verb.SAME, SAVA, ANNA)
    reading = a_reading(decisions=(same,))
    assert reading.find("Orlova") == (min(SAVA, ANNA),)
    assert reading.find("orlova-anna") == (min(SAVA, ANNA),)


def test_one_dossier_is_the_same_whoever_else_is_folded() -> None:
    arrest = a_claim("arrest", subject=SAVA, case=case(), date="2024-03-01")
    reading = a_reading(arrest, a_claim("name", subject=case(), text="Square", lang="en"))
    alone = reading.fold([SAVA])
    assert alone.people == {SAVA: reading.fold().people[SAVA]}
    assert case() in alone.cases


def test_what_was_not_yet_recorded_is_not_known() -> None:
    assert a_reading(known_at="2020-01-01T00:00:00Z").find("Ладогин") == ()
