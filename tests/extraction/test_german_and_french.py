"""How German and French reports say the legal core: sentences of our own, one class each."""

import pytest

from extracting import said

ARREST = "Ilja Wetrow und Anna Belova wurden am 4. Mai 2023 in der Stadt festgenommen. "
ARRESTATION = "Ilia Vetrov a été arrêté le 4 mai 2023 dans la rue. "


def test_german_articles_of_a_named_code_are_charges_with_their_stage() -> None:
    text = (
        "Ilja Wetrow sitzt in Haft. Ihm wird ein Verstoß gegen Artikel 30 Teil 1 und Artikel 205 "
        "Teil 2 des russischen Strafgesetzbuchs vorgeworfen."
    )
    [(_, fields)] = said(text, "charge", lang="de")
    assert fields == {"article": "RU-UK 205/2", "stage": "preparation"}


def test_a_german_trade_may_stand_behind_the_age() -> None:
    text = "Ilja Wetrow, 22, Student aus Tula, wurde am 4. Mai 2023 festgenommen."
    assert said(text, "occupation", lang="de") == [("Ilja Wetrow", {"value": "Student"})]


@pytest.mark.parametrize("group", ["Gruppe «Morgenrot»", "Partei Morgenrot"])
def test_a_german_group_and_the_part_in_it_are_read(group: str) -> None:
    text = f"Ilja Wetrow, Mitglied der {group}, wurde am 4. Mai 2023 festgenommen."
    [(_, fields)] = said(text, "affiliation", lang="de")
    assert fields == {"organisation": "Morgenrot", "role": "member"}


def test_a_german_verdict_is_one_and_the_demand_another() -> None:
    text = (
        "Ilja Wetrow wurde am 4. Mai 2023 zu neun Jahren Haft verurteilt. Die Staatsanwaltschaft "
        "hatte 11 Jahre gefordert."
    )
    assert [fields["term"] for _, fields in said(text, "ruling", lang="de")] == ["9y"]
    assert [fields["term"] for _, fields in said(text, "demand", lang="de")] == ["11y"]


def test_german_beide_are_the_two_named_last() -> None:
    found = said(ARREST + "Memorial hat beide als politische Gefangene anerkannt.", "recognition")
    assert sorted(person for person, _ in found) == ["Anna Belova", "Ilja Wetrow"]


def test_a_french_pronoun_is_whom_somebody_considers_a_political_prisoner() -> None:
    text = ARRESTATION + "Memorial le considère comme prisonnier politique."
    [(person, fields)] = said(text, "recognition")
    assert (person, fields["by"]) == ("Ilia Vetrov", "Memorial")


def test_french_pretrial_detention_names_its_prison() -> None:
    text = ARRESTATION + "Il se trouve en détention provisoire à la prison de Toula."
    [(_, fields)] = said(text, "custody")
    assert fields["kind"] == "pretrial"
    assert fields["facility"].endswith("prison de Toula")


@pytest.mark.parametrize("words", ["au domicile de Ilia Vetrov", "chez Ilia Vetrov"])
def test_a_french_search_falls_to_whose_home_it_was(words: str) -> None:
    text = f"Le 4 mai 2023, une perquisition a eu lieu {words}."
    assert said(text, "search", lang="fr") == [("Ilia Vetrov", {"date": "2023-05-04"})]


def test_a_french_trade_may_stand_before_the_age() -> None:
    text = "Ilia Vetrov, journaliste âgé de 34 ans, a été arrêté le 4 mai 2023 dans la rue."
    assert said(text, "occupation") == [("Ilia Vetrov", {"value": "journaliste"})]
    assert said(text, "age")[0][1]["value"] == "34"
