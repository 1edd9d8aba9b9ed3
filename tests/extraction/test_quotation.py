import pytest

from extracting import proposed
from khronika.schema.claim import Certainty, Speaker

WORDS = "I am not afraid of this court and of its verdict"
RUSSIAN = "Я не боюсь ни этого суда, ни его приговора"
ARRESTED = "Ilya Vetrov was arrested on 4 May 2023 in the street. "
DETAINED = "Илья Ветров задержан 4 мая 2023 года. "


def quoted(text: str, lang: str = "") -> list[tuple[str, str]]:
    found = [one for one in proposed(text, lang=lang) if one.kind == "quotation"]
    assert all(one.speaker is Speaker.PRISONER for one in found)
    assert all(one.certainty is Certainty.STATED for one in found)
    return [(one.person, one.fields["text"].text) for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Vetrov said in his last word: “{WORDS}.”",
        f"“{WORDS},” said Ilya Vetrov.",
        f"“{WORDS},” Vetrov wrote to his friends.",
        f'In court he said: "{WORDS}."',
    ],
)
def test_own_words_are_quoted_with_who_said_them(sentence: str) -> None:
    [(person, words)] = quoted(ARRESTED + sentence)
    assert person == "Ilya Vetrov"
    assert words.rstrip(".,") == WORDS


@pytest.mark.parametrize(
    "sentence",
    [
        f"Ветров заявил в последнем слове: «{RUSSIAN}».",
        f"«{RUSSIAN}», – сказал Илья Ветров.",
        f"«{RUSSIAN}», – написал он в письме.",
    ],
)
def test_russian_words_are_quoted_in_either_order(sentence: str) -> None:
    assert quoted(DETAINED + sentence) == [("Илья Ветров", RUSSIAN)]


def test_german_and_french_words_are_quoted() -> None:
    german = (
        "Ilja Wetrow wurde am 4. Mai 2023 verhaftet. Wetrow sagte: „Ich habe keine Angst davor“."
    )
    assert quoted(german, "de") == [("Ilja Wetrow", "Ich habe keine Angst davor")]
    french = "Ilia Vetrov a été arrêté. Vetrov a déclaré : « Je n’ai pas peur de ce verdict »."
    assert quoted(french, "fr") == [("Ilia Vetrov", "Je n’ai pas peur de ce verdict")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"His mother said: “{WORDS}.”",
        f"“{WORDS},” said his lawyer, Pyotr Zimin.",
        f"“{WORDS},” said the mother of Ilya Vetrov.",
        "“Ilya Vetrov is innocent and must be free,” said judge Pyotr Zimin.",
        f"“{WORDS},” recalls a friend of Ilya Vetrov.",
        f"A friend of Ilya Vetrov said: “{WORDS}.”",
        f"Друг Ильи Ветрова сказал: «{RUSSIAN}».",
        f"«{RUSSIAN}», – сказал друг Ильи Ветрова.",
        f"Vetrov was called “{WORDS}”.",
    ],
)
def test_the_words_of_others_are_not_those_of_the_person(sentence: str) -> None:
    assert not quoted(ARRESTED + sentence)
