from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.values.language import LANGUAGES
from khronika.values.legal import LegalReference, read_charges
from khronika.values.money import Money
from khronika.values.term import Term
from khronika.values.wording import Wording


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("9y", ["9 years", "9 лет", "9 Jahre", "9 ans"]),
        ("1y", ["1 year", "1 год", "1 Jahr", "1 an"]),
        ("2y", ["2 years", "2 года", "2 Jahre", "2 ans"]),
        ("21y", ["21 years", "21 год", "21 Jahre", "21 ans"]),  # Russian counts the last digit
        ("11y", ["11 years", "11 лет", "11 Jahre", "11 ans"]),  # but not of eleven
        ("7y10m", ["7 years 10 months", "7 лет 10 месяцев", "7 Jahre 10 Monate", "7 ans 10 mois"]),
        ("1m2d", ["1 month 2 days", "1 месяц 2 дня", "1 Monat 2 Tage", "1 mois 2 jours"]),
        ("0d", ["0 days", "0 дней", "0 Tage", "0 jour"]),
        ("life", ["life", "пожизненно", "lebenslang", "à perpétuité"]),
    ],
)
def test_a_term_is_counted_as_each_language_counts(term: str, expected: list[str]) -> None:
    said = [Wording.of(language).term(Term.parse(term)) for language in LANGUAGES]
    assert said == expected


@pytest.mark.parametrize(
    ("money", "expected"),
    [
        ("100000 RUB", ["100,000 Russian roubles", "100 000 российских рублей",
                        "100.000 Russische Rubel", "100 000 roubles russes"]),
        ("1.50 EUR", ["1.50 euros", "1,50 евро", "1,50 Euro", "1,50 euro"]),
    ],
)  # fmt: skip
def test_a_sum_is_printed_whole_and_with_the_name_of_its_currency(
    money: str, expected: list[str]
) -> None:
    said = [plain(Wording.of(language).money(Money.parse(money))) for language in LANGUAGES]
    assert said == expected


def test_a_number_loses_no_digit() -> None:
    assert Wording.of("en").number(1_234_567) == "1,234,567"
    assert Wording.of("de").number(Decimal("1.23456")) == "1,23456"


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("RU-UK 205.2", ["Criminal Code of Russia, article 205.2", "ст. 205.2 УК РФ",
                         "Strafgesetzbuch Russlands, Artikel 205.2",
                         "Code pénal de Russie, article 205.2"]),
        ("RU-UK 205.2/2", ["Criminal Code of Russia, article 205.2 part 2", "ч. 2 ст. 205.2 УК РФ",
                           "Strafgesetzbuch Russlands, Artikel 205.2 Teil 2",
                           "Code pénal de Russie, article 205.2, partie 2"]),
        ("KZ-UK 5//b", ["KZ-UK, article 5 point “b”", "п. «б» ст. 5 KZ-UK",
                        "KZ-UK, Artikel 5 Buchstabe b", "KZ-UK, article 5, lettre b"]),
    ],
)  # fmt: skip
def test_a_place_in_the_law_is_cited_as_lawyers_of_each_language_do(
    reference: str, expected: list[str]
) -> None:
    place = LegalReference.parse(reference)
    assert [Wording.of(language).legal(place) for language in LANGUAGES] == expected


def test_where_the_code_is_named_already_the_place_is_short() -> None:
    place = LegalReference.parse("RU-UK 281/2/v")
    assert Wording.of("en").legal_short(place) == "art. 281 part 2 point “v”"
    assert Wording.of("ru").legal_short(place) == "п. «в» ч. 2 ст. 281"


@given(
    st.builds(
        LegalReference,
        st.sampled_from(("RU-UK", "DNR-UK", "BY-UK", "UA-KK")),
        st.sampled_from(("205.2", "132", "281", "328")),
        st.sampled_from(("", "1", "2")),
        st.sampled_from(("", "a", "v")),
    ),
    st.sampled_from(LANGUAGES),
)
def test_the_program_reads_the_places_in_the_law_it_prints(
    reference: LegalReference, language: str
) -> None:
    charges = read_charges(Wording.of(language).legal(reference))
    assert [charge.reference for charge in charges] == [reference]


def test_texts_are_joined_as_a_list() -> None:
    assert Wording.of("en").join(["a", "b", "c"]) == "a, b and c"
    assert Wording.of("ru").join(["a", "b"]) == "a и b"
    assert Wording.of("en").join([]) == ""
