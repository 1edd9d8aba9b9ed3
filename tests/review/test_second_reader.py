"""What one person may not do alone."""

import pytest

from builders import a_claim, person
from khronika.review.second_reader import (
    SamePerson,
    check_second,
    why_second,
    why_second_to_open,
)
from khronika.schema.claim import Claim
from khronika.schema.visibility import Visibility

KNOWN = frozenset({person()})


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (a_claim("support", kind_="address"), "review.address"),
        (a_claim("support", kind_="fund", address="PO box 7"), "review.address"),
        (a_claim("portrait", file="a.jpg"), "review.portrait"),
        (a_claim("arrest", subject=person("sadova-vera")), "review.new-person"),
    ],
)
def test_what_can_hurt_needs_a_second_reader(claim: Claim, code: str) -> None:
    why = why_second(claim, known=KNOWN)
    assert why is not None
    assert why.code == code


def test_what_cannot_needs_none() -> None:
    assert why_second(a_claim("arrest", date="2022"), known=KNOWN) is None
    assert why_second(a_claim("support", kind_="fund"), known=KNOWN) is None


def test_unsealing_needs_a_second_reader_and_opening_what_is_for_the_team_none() -> None:
    assert why_second_to_open(Visibility.SEALED) is not None
    assert why_second_to_open(Visibility.TEAM) is None


def test_the_second_reader_is_somebody_else() -> None:
    check_second("boris", "vera")
    with pytest.raises(SamePerson):
        check_second("boris", "boris")
