import pytest

from khronika.casebook.table.target import BadTarget, read_target
from khronika.errors import KhronikaError
from khronika.schema.value import Choice


def test_a_column_is_a_field_with_what_stands_in_every_row() -> None:
    target = read_target("support.address, kind=address")
    assert (target.kind, target.name, target.fixed) == (
        "support", "address", {"kind": Choice("address")},
    )  # fmt: skip
    assert read_target("ruling.term, unit=m").unit == "m"
    assert read_target("status").is_status


@pytest.mark.parametrize(
    "text", ["birth", "brith.date", "figure.value", "support.address, kind", "ruling.term, unit=w"]
)
def test_a_column_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadTarget):
        read_target(text)


@pytest.mark.parametrize("text", ["birth.day", "support.address, kind=adress"])
def test_so_is_a_field_or_an_answer_that_is_not_there(text: str) -> None:
    with pytest.raises(KhronikaError, match=r"did you mean|it can be"):
        read_target(text)
