"""Cutting entries out of a file leaves every other byte."""

import pytest

from khronika.casebook.yaml_form.cutting import CannotCut, cut

TEXT = """\
# a file
subject: person
id: x
claims:
  # about a
  - key: a
    kind: age
    # inside a
    value: 4

  # about b
  - key: b
    kind: age
decisions:
  - {accept: a}
  - {accept: b}
    # inside b
# the end
"""


def without(*parts: str) -> str:
    text = TEXT
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return text


A = "  # about a\n  - key: a\n    kind: age\n    # inside a\n    value: 4\n\n"
B = "  # about b\n  - key: b\n    kind: age\n"


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ([6], [A]),
        ([12], [B]),
        ([6, 15], [A, "  - {accept: a}\n"]),
        ([6, 12], [A, B]),
        ([16], ["  - {accept: b}\n    # inside b\n"]),
        ([], []),
    ],
)
def test_an_entry_goes_with_the_comment_above_it(lines: list[int], parts: list[str]) -> None:
    assert cut(TEXT, lines) == without(*parts)


def test_windows_line_ends_stay() -> None:
    assert cut(TEXT.replace("\n", "\r\n"), [6]) == without(A).replace("\n", "\r\n")


def test_an_entry_below_its_dash_goes_with_the_dash() -> None:
    assert cut("claims:\n  -\n    key: a\n  - key: b\n", [3]) == "claims:\n  - key: b\n"


def test_what_shares_its_line_is_not_cut() -> None:
    with pytest.raises(CannotCut):
        cut("claims: [{key: a}, {key: b}]\n", [1])
