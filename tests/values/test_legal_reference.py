import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.values.legal import InvalidLegalReference, LegalReference

references = st.builds(
    LegalReference,
    st.sampled_from(("RU-UK", "RU-KoAP", "DNR-UK")),
    st.sampled_from(("205.1", "205.10", "205.2", "20.3.3", "132")),
    st.sampled_from(("", "1", "1.1", "2")),
    st.sampled_from(("", "a", "zh")),
)


def read(text: str) -> LegalReference:
    return LegalReference.parse(text)


@pytest.mark.parametrize(
    "text",
    ["RU-UK 205.2/2/a", "RU-UK 205.4", "RU-KoAP 20.3.3/1", "RU-UK 132/4/b", "RU-UK 105//zh"],
)
def test_the_canonical_form_is_read_and_written_alike(text: str) -> None:
    assert str(read(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "205.2", "RU-UK", "RU-UK 205.2/", "RU-UK 205.2//", "RU-UK 205,2", "ru-uk 205.2",
     "RU-UK 205.2/2/а"],
)  # fmt: skip
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidLegalReference, match=r"RU-UK 205\.2/2/a"):
        read(text)


def test_an_article_is_a_text_and_not_a_number() -> None:
    assert not read("RU-UK 205.10").agrees_with(read("RU-UK 205.1"))
    assert not read("RU-KoAP 20.20").agrees_with(read("RU-KoAP 20.2"))


@pytest.mark.parametrize(
    ("one", "other", "agree", "refines"),
    [
        ("RU-UK 205.2/2", "RU-UK 205.2", True, True),
        ("RU-UK 205.2", "RU-UK 205.2/2", True, False),
        ("RU-UK 205.2/2", "RU-UK 205.2/2", True, False),
        ("RU-UK 205.2/2/a", "RU-UK 205.2", True, True),
        ("RU-UK 132//b", "RU-UK 132/4", True, False),  # each names what the other leaves out
        ("RU-UK 205.2/2", "RU-UK 205.2/1", False, False),
        ("RU-UK 281/2/a", "RU-UK 281/2/v", False, False),
        ("RU-UK 328/1", "DNR-UK 328/1", False, False),
    ],
)
def test_references_agree_unless_something_both_name_differs(
    one: str, other: str, *, agree: bool, refines: bool
) -> None:
    assert read(one).agrees_with(read(other)) == agree
    assert read(one).refines(read(other)) == refines


def test_references_stand_in_the_order_of_the_code() -> None:
    texts = ["RU-UK 205.10", "RU-UK 205.2/2", "RU-UK 30", "RU-KoAP 20.3", "RU-UK 205.2"]
    assert [str(reference) for reference in sorted(map(read, texts))] == [
        "RU-KoAP 20.3", "RU-UK 30", "RU-UK 205.2", "RU-UK 205.2/2", "RU-UK 205.10",
    ]  # fmt: skip


@given(references)
def test_the_text_of_a_reference_reads_as_the_same_reference(reference: LegalReference) -> None:
    assert read(str(reference)) == reference


@given(references, references)
def test_agreement_is_mutual_and_refinement_is_not(
    one: LegalReference, other: LegalReference
) -> None:
    assert one.agrees_with(other) == other.agrees_with(one)
    if one.refines(other):
        assert one.agrees_with(other)
        assert not other.refines(one)
