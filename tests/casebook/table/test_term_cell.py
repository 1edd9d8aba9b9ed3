import pytest

from khronika.casebook.table.cell_said import Unreadable
from khronika.casebook.table.term_cell import read_term
from khronika.values.language import LANGUAGES
from khronika.values.term import Term
from khronika.values.wording import Wording


@pytest.mark.parametrize(
    ("text", "unit", "term"),
    [
        ("9 лет 6 месяцев", "", "9y6m"),
        ("6 лет и 3 мес.", "", "6y3m"),
        ("7,5 лет", "", "7y6m"),
        ("18 months", "", "1y6m"),
        ("5 ans", "", "5y"),
        ("15 суток", "", "15d"),
        ("9y6m", "", "9y6m"),
        ("Пожизненно", "", "life"),
        ("9", "y", "9y"),
        ("5.5", "y", "5y6m"),
        ("30", "m", "2y6m"),
    ],
)
def test_terms_are_read_as_people_write_them(text: str, unit: str, term: str) -> None:
    assert str(read_term(text, unit=unit)) == term


@pytest.mark.parametrize("text", ["9", "about 5 years", "5.3 years", "9 / 6 years", "long", "5 x"])
def test_what_could_be_another_term_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_term(text, unit="")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", ["9y", "1y1m", "7y10m", "15d", "2y3m4d", "life"])
def test_a_term_as_we_print_it_is_read_back(term: str, language: str) -> None:
    printed = Wording.of(language).term(Term.parse(term))
    assert read_term(printed, unit="") == Term.parse(term)
