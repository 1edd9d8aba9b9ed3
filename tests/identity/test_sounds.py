import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khronika.identity.script import plain
from khronika.identity.sounds import INSTEAD, LEFT_OUT, LETTER, SIGNS, distance, sounds_of

# The same surname by different conventions; at most a tenth of a letter a letter apart.
SPELLINGS = [
    ("Чиркова", "Chirkova"),  # English
    ("Чиркова", "Tschirkowa"),  # German
    ("Чиркова", "Tchirkova"),  # French
    ("Чиркова", "Tsjirkova"),  # Dutch, Norwegian
    ("Чиркова", "Čirkova"),  # ISO 9, Czech
    ("Чиркова", "Czirkowa"),  # Polish
    ("Хорошилов", "Khoroshilov"),
    ("Хорошилов", "Choroschilow"),
    ("Жданов", "Schdanow"),
    ("Жданов", "Jdanov"),
    ("Щукина", "Shchukina"),
    ("Щукина", "Schtschukina"),
    ("Ўринбоев", "Oʻrinboyev"),  # Uzbek
    ("Қосимов", "Qosimov"),
    ("Беккханов", "Bekkhanov"),  # к and х, not a doubled letter
    ("Гриценко", "Hrytsenko"),  # Ukrainian
    ("Вараб'ёў", "Varabyou"),  # Belarusian
    ("ჩიქოვანი", "Chikovani"),
    ("Սարգսյան", "Sargsyan"),
    ("Əliyev", "Алиев"),
]


def near(one: str, other: str) -> float:
    ours, theirs = sounds_of(plain(one)), sounds_of(plain(other))
    return distance(ours, theirs) / max(len(ours), len(theirs))


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_name_sound_nearly_the_same(one: str, other: str) -> None:
    assert near(one.lower(), other.lower()) <= 12


@pytest.mark.parametrize(("one", "other"), [("Шайкин", "Чайкин"), ("Белова", "Белкина")])
def test_the_letters_of_a_sure_alphabet_stay_apart(one: str, other: str) -> None:
    assert near(one.lower(), other.lower()) >= 8


def test_two_neighbours_swapped_are_one_mistake() -> None:
    assert distance("rozov", "rzoov") == LETTER


@settings(deadline=None)  # tables are read when first asked for
@given(st.text(SIGNS, max_size=9), st.text(SIGNS, max_size=9))
def test_the_distance_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)


@settings(deadline=None)  # tables are read when first asked for
@given(st.text(max_size=30))
def test_every_word_has_sounds_and_none_is_apart_from_itself(word: str) -> None:
    assert distance(sounds_of(plain(word)), sounds_of(plain(word))) == 0


def test_every_sign_has_a_price() -> None:
    assert set(INSTEAD) == set(LEFT_OUT) == set(SIGNS)
