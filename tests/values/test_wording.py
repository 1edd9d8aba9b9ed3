import datetime
from decimal import Decimal

import pytest

from khronika.errors import Say
from khronika.values import wording
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES, Labels, UnknownLanguage
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.name import PersonName
from khronika.values.sentences import SENTENCES
from khronika.values.term import Term
from khronika.values.wording import UnknownSentence, Wording


@pytest.fixture(autouse=True)
def _counted(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = ("{count} letter to {name}", "{count} letters to {name}")
    monkeypatch.setattr(wording, "COUNTED", {"test.letters": letters})
    monkeypatch.setattr(wording, "SENTENCES", {**SENTENCES, "test.bare": "{value}"})


def test_a_language_has_one_wording() -> None:
    assert Wording.of("ru") is Wording.of("ru")
    assert [Wording.of(language).language for language in LANGUAGES] == list(LANGUAGES)


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        Wording.of("xx")


def test_a_text_that_no_catalogue_has_stays_english() -> None:
    assert Wording.of("ru").gettext("no such text") == "no such text"
    assert Wording.of("de").ngettext("{n} thing", "{n} things", 2) == "{n} things"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "text"),
        (PartialDate.parse("2022-08"), "August 2022"),
        (datetime.date(2022, 8, 30), "30. August 2022"),
        (Term.parse("9y"), "9 Jahre"),
        (Money.parse("5 EUR"), "5 Euro"),
        (LegalReference.parse("RU-UK 275"), "Strafgesetzbuch Russlands, Artikel 275"),
        (PersonName("Белова", "Алёна"), "Aljona Belowa"),
        (Labels({"en": "court", "de": "Gericht"}), "Gericht"),
        (1234, "1.234"),
        (Decimal("1.5"), "1,5"),
        (["a", Term.parse("life")], "a und lebenslang"),
        (Say("values.understood-date", {"date": PartialDate.parse("2022")}),
         "Verstanden als: 2022."),
    ],
)  # fmt: skip
def test_a_value_in_a_sentence_is_printed_by_what_it_is(value: object, expected: str) -> None:
    assert Wording.of("de").say(Say("test.bare", {"value": value})) == expected


def test_a_sentence_with_a_count_changes_with_it() -> None:
    said = [
        Wording.of("en").say(Say("test.letters", {"count": count, "name": "Vera"}))
        for count in (1, 2)
    ]
    assert said == ["1 letter to Vera", "2 letters to Vera"]


def test_a_count_is_a_whole_number() -> None:
    with pytest.raises(TypeError, match=r"test\.letters: count is a whole number"):
        Wording.of("en").say(Say("test.letters", {"count": "two", "name": "Vera"}))


def test_a_sentence_that_is_not_in_the_table_is_a_mistake_of_the_program() -> None:
    with pytest.raises(UnknownSentence, match=r"'no\.such' is not in khronika.values.sentences"):
        Wording.of("en").say(Say("no.such"))
    assert issubclass(UnknownSentence, KeyError)


def test_what_cannot_be_printed_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="cannot hold a float"):
        Wording.of("en").value(1.5)


def test_a_russian_sentence_does_not_end_in_two_stops() -> None:
    say = Say("values.understood-date", {"date": PartialDate.parse("2022")})
    assert Wording.of("ru").say(say) == "Понято так: 2022 г."
