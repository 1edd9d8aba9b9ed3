"""Whoever prepares letters is told why an address stays, and of refusals only how many."""

import pytest

from builders import a_claim, a_decision, person
from clearing import an_address, cleared, in_arrest, on_list
from khronika.clearance.cleared import Cleared
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.visibility import Use

STALE = an_address(checked="2023-01-01")
HOME = a_claim("support", kind_="address", address="1 Any Street", checked="2024-05-20",
               checked_by="relative")  # fmt: skip


def for_letters(*claims: Claim, decisions: list[Decision] | None = None) -> Cleared:
    return cleared(in_arrest(), *claims, use=Use.LETTERS, decisions=decisions)


@pytest.mark.parametrize(
    ("address", "code"), [(STALE, "address-stale"), (HOME, "address-not-institution")]
)
def test_the_code_that_kept_an_address_is_told(address: Claim, code: str) -> None:
    assert for_letters(address).unsent == {person(): code}


def test_nothing_is_told_of_an_address_that_leaves_or_is_not_there() -> None:
    assert for_letters(an_address()).unsent == {}
    assert for_letters().unsent == {}


def test_whoever_said_no_is_a_number_and_no_name() -> None:
    no = a_decision(Verb.CONSENT, person(), use="letters", state="refused")
    out = for_letters(an_address(), decisions=[*on_list(), no])
    assert out.unwilling == 1
    assert person() not in out.people
    assert not out.unsent


@pytest.mark.parametrize("use", [Use.PUBLIC, Use.UN, Use.PARTNER])
def test_other_uses_are_told_nothing(use: Use) -> None:
    no = a_decision(Verb.CONSENT, person(), state="refused")
    assert cleared(in_arrest(), STALE, use=use).unsent == {}
    assert cleared(in_arrest(), use=use, decisions=[*on_list(), no]).unwilling == 0


def test_who_agreed_is_told_where_the_use_is_not_public() -> None:
    assert cleared(in_arrest(), use=Use.UN).consented == {person()}
    assert cleared(in_arrest(), use=Use.PUBLIC).consented == frozenset()
