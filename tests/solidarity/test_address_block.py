"""The envelope: postcode first, the person last, once, and in the nominative."""

import pytest

from khronika.solidarity.address_block import address_block, has_postcode
from khronika.values.name import PersonName

NAME = PersonName("Берестова", "Елизавета", "Ильинична")
PLACE = "618000, Пермский край, Верхнереченск, ул. Вымышленная, 9, ФКУ СИЗО-9"
LINES = (
    "618000",
    "Пермский край, Верхнереченск, ул. Вымышленная, 9",
    "ФКУ СИЗО-9",
    "БЕРЕСТОВА Елизавета Ильинична, 1988 г. р.",
)


@pytest.mark.parametrize(
    "written",
    [
        PLACE,
        f"{PLACE}, Берестовой Елизавете Ильиничне, 1988 г. р.",
        f"{PLACE}, Берестовой Е. И., 1988 г.р.".replace("Е. И.", "Елизавете"),
        f"{PLACE}, БЕРЕСТОВОЙ, 1988 г. р.",
        PLACE.replace(", ", ",\n"),
    ],
)
def test_the_recorded_address_becomes_the_lines_of_an_envelope(written: str) -> None:
    assert address_block(written, NAME, born=1988) == LINES


def test_a_street_named_like_the_person_stays() -> None:
    street = PLACE.replace("ул. Вымышленная", "ул. Берестова")
    assert "ул. Берестова, 9" in address_block(street, NAME)[1]


def test_an_unknown_year_is_left_out() -> None:
    assert address_block(PLACE, NAME)[-1] == "БЕРЕСТОВА Елизавета Ильинична"


def test_a_postcode_has_six_digits_of_its_own() -> None:
    assert has_postcode(PLACE)
    assert not has_postcode("Верхнереченск, ул. Вымышленная, 9")
    assert not has_postcode("1234567")
