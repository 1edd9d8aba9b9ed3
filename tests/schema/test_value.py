import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.schema.kind import kind
from khronika.schema.read_value import BadValue, read_value
from khronika.schema.value import Choice, Key, Text, Value, agree, encode, refines, show
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.term import Term

dates = st.sampled_from(["2022", "2022-08", "2022-08-30", "2022-22", "2022~", "2023-01/2023-03"])
values: st.SearchStrategy[Value] = st.one_of(
    dates.map(PartialDate.parse),
    st.sampled_from(["9y", "18m", "15d", "life"]).map(Term.parse),
    st.sampled_from(["100 RUB", "100.50 EUR"]).map(Money.parse),
    st.sampled_from(["RU-UK 205.2", "RU-UK 205.2/2", "RU-UK 205"]).map(LegalReference.parse),
    st.integers(0, 9),
    st.sampled_from(["moscow", "moscow-region"]).map(lambda key: Key("place", key)),
    st.sampled_from(["first", "appeal"]).map(Choice),
    st.text(max_size=3).map(Text),
)


@given(values, values)
def test_agreement_is_mutual(one: Value, other: Value) -> None:
    assert agree(one, other) == agree(other, one)


@given(values)
def test_every_value_agrees_with_itself_and_refines_nothing_of_itself(value: Value) -> None:
    assert agree(value, value)
    assert not refines(value, value)


@given(values, values)
def test_what_refines_agrees(one: Value, other: Value) -> None:
    if refines(one, other):
        assert agree(one, other)
        assert not refines(other, one)


@pytest.mark.parametrize(
    ("one", "other", "can_both_be_true"),
    [
        (Term.parse("9y"), Term.parse("6y"), False),
        (Term.parse("18m"), Term.parse("1y6m"), True),
        (Money.parse("609000 RUB"), Money.parse("600000 RUB"), False),
        (PartialDate.parse("2023"), PartialDate.parse("2023-07"), True),
        (PartialDate.parse("2023-07"), PartialDate.parse("2023-06-29"), False),
        (LegalReference.parse("RU-UK 205.2"), LegalReference.parse("RU-UK 205.2/2"), True),
        (LegalReference.parse("RU-UK 20.2"), LegalReference.parse("RU-UK 20.20"), False),
        (Choice("first"), Choice("appeal"), False),
        (17, 18, False),
        (Text("mechanic"), Text("journalist"), True),  # free text never clashes
        (Text("a court"), Key("court", "any"), True),
        ((Term.parse("9y"),), (Term.parse("6y"),), True),  # lists add up
        (Term.parse("9y"), 9, False),
    ],
)
def test_which_values_can_both_be_true(one: Value, other: Value, can_both_be_true: bool) -> None:
    assert agree(one, other) is can_both_be_true


def test_a_value_read_back_from_its_body_is_the_same() -> None:
    ruling = kind("ruling")
    for name, raw in {
        "date": "2022-08",
        "term": "7y10m",
        "fine": "100000 RUB",
        "articles": ["RU-UK 205.2/2", "RU-UK 30/1"],
        "outcome": "convicted",
        "court": {"text": "a court", "lang": "en"},
        "arrest-days": "15",
    }.items():
        value = read_value(ruling.field(name), raw)  # type: ignore[arg-type]
        assert read_value(ruling.field(name), encode(value)) == value


def test_lists_have_one_order() -> None:
    spec = kind("ruling").field("articles")
    assert read_value(spec, ["RU-UK 30/1", "RU-UK 205/2"]) == read_value(
        spec, ["RU-UK 205/2", "RU-UK 30/1"]
    )


def test_a_single_value_may_stand_for_a_list() -> None:
    spec = kind("ruling").field("articles")
    assert read_value(spec, "RU-UK 30/1") == (LegalReference.parse("RU-UK 30/1"),)


@pytest.mark.parametrize(
    ("field", "raw", "says"),
    [
        ("outcome", "convict", "'convicted'"),
        ("court", "no-such-court", "is not in the table 'court'"),
        ("arrest-days", "fifteen", "takes a whole number"),
        ("arrest-days", "99999999999", "takes a whole number"),
        ("arrest-days", "²", "takes a whole number"),
        ("term", {"text": "long"}, "takes a term, not words of its own"),
        ("court", {"text": "a", "language": "en"}, "nothing else"),
        ("court", {"lang": "en"}, "nothing else"),
        ("court", {"text": " "}, "is empty"),
        ("term", ["1y", "2y"], "holds one value, not a list"),
    ],
)
def test_a_bad_value_is_refused_and_says_what_was_meant(
    field: str, raw: str | dict[str, str], says: str
) -> None:
    with pytest.raises(BadValue, match=says):
        read_value(kind("ruling").field(field), raw)


def test_values_show_as_plain_text() -> None:
    assert show(Term.parse("18m")) == "1y6m"
    assert show(Text("a court", "en")) == "a court"
    assert show((LegalReference.parse("RU-UK 30/1"), LegalReference.parse("RU-UK 205/2"))) == (
        "RU-UK 205/2, RU-UK 30/1"
    )
    assert show(15) == "15"
