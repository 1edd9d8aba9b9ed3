"""What petitions say: facts with sources, the article and no deed, unknown and withheld."""

import re
from dataclasses import replace
from datetime import date

import pytest

from builders import a_claim
from editions.petition.sheets import ALENA, SQUARE, publication, sheet, text_of
from khronika.editions.petition.block import with_colons
from khronika.editions.petition.embassy import embassy_letter
from khronika.editions.petition.enquiry import enquiries, enquiry_letter
from khronika.editions.petition.fact import FactSheet
from khronika.editions.petition.missing import before_sending
from khronika.editions.petition.questionnaire import questionnaire
from khronika.editions.petition.urgent import urgent_action
from khronika.editions.reader import Reader
from khronika.schema.claim import Speaker
from khronika.schema.visibility import Use
from khronika.solidarity.addressee import Addressee, Role
from khronika.values.language import LANGUAGES

EMBASSY = Addressee(Role.EMBASSY, "en", "Embassy of Nowhere", ("1 Invented Street",), "Excellency,")
MINISTER = Addressee(Role.MINISTER, "en", "The Minister", checked=date(2026, 11, 1))


def test_a_label_has_the_colon_of_its_language() -> None:
    labels = [one.label for one in with_colons(questionnaire(sheet(lang="fr"))).blocks if one.label]
    assert "Nom\xa0:" in labels
    assert all(one.endswith(":") for one in labels)


@pytest.mark.parametrize("make", [urgent_action, embassy_letter, questionnaire])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_in_the_text_is_a_source_at_the_end(make: object, language: str) -> None:
    assert callable(make)
    text = text_of(make(sheet(lang=language)))
    numbers = set(map(int, re.findall(r"\[(\d+)\]", text)))
    assert numbers == set(range(1, max(numbers) + 1))
    at_the_end = re.findall(r"^\[(\d+)\] ", text, re.MULTILINE)
    assert list(map(int, at_the_end)) == sorted(numbers)


def test_an_accusation_is_an_article_and_no_deed() -> None:
    text = text_of(urgent_action(sheet()))
    assert "205.2" in text
    assert "words at a square" not in text


def test_what_sources_disagree_about_stands_in_both_versions() -> None:
    text = text_of(embassy_letter(sheet()))
    assert "6 years by one account, 9 years by another" in text


def test_an_action_ends_after_six_weeks() -> None:
    assert "Take action until 3 January 2027" in text_of(urgent_action(sheet()))


def test_every_office_has_a_letter_of_its_own() -> None:
    text = text_of(embassy_letter(sheet(offices=(EMBASSY, MINISTER))))
    assert text.count("Letter about Alyona Belova") == 2
    assert "Embassy of Nowhere\n1 Invented Street\nExcellency," in text
    assert "________________ (office" not in text
    assert text.count("\nSources\n") == 2  # whoever gets one letter gets its sources


def test_an_office_of_another_language_is_not_written_to() -> None:
    text = text_of(embassy_letter(sheet(lang="de", offices=(EMBASSY,))))
    assert "Nowhere" not in text
    assert "An: ________________" in text


def test_nobody_signs() -> None:
    text = text_of(embassy_letter(sheet()))
    assert "Name: ________________" in text
    assert "editors@example.org" not in text


def test_the_form_of_the_un_says_unknown_and_withheld() -> None:
    text = text_of(questionnaire(sheet()))
    assert "Sex unknown" in text
    assert "Identity document withheld" in text
    assert "Usual address withheld" in text
    assert re.search(r"Birth date, or age at the time of detention 17 May 1994 \[\d+\]", text)


@pytest.mark.parametrize(
    ("agreed", "said"),
    [(frozenset({ALENA}), "recorded"), (frozenset(), "not recorded: do not send")],
)
def test_the_form_of_the_un_says_whether_there_is_consent(agreed: frozenset, said: str) -> None:  # type: ignore[type-arg]
    one = replace(publication(), use=Use.UN, consented=agreed)
    text = text_of(questionnaire(FactSheet(ALENA, Reader(one, "en"))))
    assert f"Consent of the person or of who speaks for them {said}\n" in text


def test_the_page_before_sending_begins_with_consent_and_tells_the_public_nothing_of_it() -> None:
    blocks = before_sending(sheet(offices=(EMBASSY,))).blocks
    assert blocks[1].text == "First: consent"
    assert "Ask the person" in blocks[2].text
    text = text_of(before_sending(sheet(offices=(EMBASSY,))))
    assert "Look up the address again: Embassy of Nowhere" in text
    assert "recorded" not in text


def test_an_enquiry_is_made_where_there_is_reason() -> None:
    cell = a_claim("incident", subject=ALENA, kind_="punishment-cell", date="2026-11-02")
    gone = a_claim("transfer", subject=ALENA, case=SQUARE, date="2026-11-10")

    def kinds(one: FactSheet) -> set[str]:
        return {key for key, row in enquiries().items() if row.applies_to(one.dossier)}

    assert kinds(sheet()) == {"care"}
    assert kinds(sheet(cell)) == {"care", "punishment-cell"}
    assert kinds(sheet(gone)) == {"whereabouts"}


def test_a_letter_to_those_who_hold_somebody_keeps_its_sources_at_home() -> None:
    named = a_claim("name", subject=ALENA, lang="ru", given="Алёна", family="Белова",
                    patronymic="Игоревна", form="full", speaker=Speaker.COURT)  # fmt: skip
    document = enquiry_letter(sheet(named, lang="ru"), enquiries()["care"])
    text = text_of(document).replace("\xa0", " ")
    letter, _, home = text.partition("Для заявителя: не отправлять")
    assert "Белова Алёна Игоревна (дата рождения: 17 мая 1994 г. [1])" in letter
    assert "Lugovsk" not in letter
    assert "Lugovsk" in home
    assert "________________" in letter


def test_every_text_for_authorities_has_whom_to_ask_and_what_to_check() -> None:
    for one in enquiries().values():
        assert one.roles
        assert one.law
        assert one.status or one.incident
