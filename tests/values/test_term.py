import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.values.term import InvalidTerm, Term

numbers = st.integers(0, 60)
terms = st.one_of(st.builds(Term, numbers, numbers, numbers), st.just(Term(life=True)))


@pytest.mark.parametrize(
    ("text", "canonical", "months"),
    [
        ("9y", "9y", 108),
        ("7y10m", "7y10m", 94),
        ("2y6m", "2y6m", 30),
        ("18m", "1y6m", 18),  # months are carried into years
        ("1y18m", "2y6m", 30),
        ("15d", "15d", 0),
        ("1m45d", "1m45d", 1),  # days are not: months differ in length
        (" 7Y 10M ", "7y10m", 94),
        ("0d", "0d", 0),
        ("0y", "0d", 0),
    ],
)
def test_a_term_has_one_text_however_it_was_written(text: str, canonical: str, months: int) -> None:
    assert str(Term.parse(text)) == canonical
    assert Term.parse(text).months_total == months
    assert Term.parse(text).agrees_with(Term.parse(canonical))


@pytest.mark.parametrize("text", ["", " ", "9", "9.5y", "6m2y", "nine years", "-1y", "lifetime"])
def test_what_is_not_a_term_is_refused_with_examples(text: str) -> None:
    with pytest.raises(InvalidTerm, match="write 9y, 7y10m, 18m, 15d or life"):
        Term.parse(text)


def test_a_term_cannot_be_negative() -> None:
    with pytest.raises(InvalidTerm):
        Term(1, -1, 0)


def test_life_is_the_longest_term_and_has_no_number() -> None:
    life = Term.parse("Life")
    assert str(life) == "life"
    assert max(Term(99), life, Term(0, 0, 40_000)) == life
    with pytest.raises(InvalidTerm):
        _ = life.months_total


def test_life_cannot_be_counted_as_well() -> None:
    with pytest.raises(InvalidTerm):
        Term(years=9, life=True)


def test_terms_of_other_length_do_not_agree() -> None:
    assert not Term.parse("9y").agrees_with(Term.parse("6y"))


def test_terms_stand_in_order_of_length() -> None:
    texts = ["9y", "18m", "1y", "1y1d", "life", "15d"]
    assert [str(term) for term in sorted(map(Term.parse, texts))] == [
        "15d", "1y", "1y1d", "1y6m", "9y", "life",
    ]  # fmt: skip
    assert Term(1) >= Term(0, 12)


@given(terms)
def test_the_text_of_a_term_reads_as_the_same_term(term: Term) -> None:
    assert Term.parse(str(term)) == term


@given(terms, terms)
def test_equal_terms_are_neither_longer_nor_shorter(one: Term, other: Term) -> None:
    assert (one < other) + (other < one) + (one == other) == 1
