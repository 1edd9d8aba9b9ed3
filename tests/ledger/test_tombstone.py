from dataclasses import replace

import pytest
from hypothesis import given, settings

from builders import a_claim, a_decision, a_ledger
from khronika.ledger.ledger import Ledger
from khronika.ledger.tombstone import (
    InvalidTombstone,
    UnknownClaim,
    buried_in,
    bury,
    check_tombstone,
    stands_for,
    tombstone_of,
    without_buried,
)
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility
from ledger.ledgers import SALT, ledgers, recorded_at

ID = a_claim(date="2022").id()
TOMBSTONE = bury(ID, salt=SALT, reason="family-asked", on="2026-11-22")


def test_a_tombstone_recognises_what_it_stands_for_and_nothing_else() -> None:
    assert stands_for(TOMBSTONE, ID)
    assert not stands_for(TOMBSTONE, a_claim(date="2023").id())


def test_a_tombstone_does_not_hold_the_id() -> None:
    assert ID not in repr(TOMBSTONE)


def test_two_salts_hide_that_two_groups_buried_the_same() -> None:
    other = bury(ID, salt="00" * 16, reason="family-asked", on="2026-11-22")
    assert other.mac != TOMBSTONE.mac


@pytest.mark.parametrize("salt", ["", "5a" * 15, "5A" * 16, "zz" * 16, "5a" * 16 + "5"])
def test_a_salt_that_is_short_or_no_hex_is_refused(salt: str) -> None:
    with pytest.raises(InvalidTombstone):
        bury(ID, salt=salt, reason="asked", on="2026-11-22")


@pytest.mark.parametrize("reason", ["", "Asked", "his mother asked", "a-b-c-d-e-f", "попросили"])
def test_a_reason_is_a_code_and_no_sentence(reason: str) -> None:
    with pytest.raises(InvalidTombstone, match="is a code"):
        bury(ID, salt=SALT, reason=reason, on="2026-11-22")


@pytest.mark.parametrize("day", ["", "20261122", "22.11.2026", "2026-11-22T10:00:00Z"])
def test_a_tombstone_has_a_day_and_no_time(day: str) -> None:
    with pytest.raises(InvalidTombstone, match="The day"):
        bury(ID, salt=SALT, reason="asked", on=day)


def test_a_tombstone_from_outside_is_checked_too() -> None:
    check_tombstone(TOMBSTONE)
    with pytest.raises(InvalidTombstone):
        check_tombstone(replace(TOMBSTONE, mac="her name"))


def test_a_ledger_without_its_buried_claims_names_them_nowhere() -> None:
    claim = a_claim(date="2022")
    accept = a_decision(Verb.ACCEPT, claim.id())
    other = a_decision(Verb.PREFER, a_claim(date="2023").id(), over=[claim.id()])
    ledger = a_ledger([claim], decisions=[accept, other])
    left = without_buried(replace(ledger, tombstones=frozenset({TOMBSTONE})))
    assert left == replace(a_ledger([]), tombstones=frozenset({TOMBSTONE}))


def test_rows_beside_a_buried_claim_are_dropped_even_without_it() -> None:
    rows = Ledger(
        recorded={ID: recorded_at("2022")},
        visibility={ID: Visibility.TEAM},
        tombstones=frozenset({TOMBSTONE}),
    )
    assert without_buried(rows) == Ledger(tombstones=frozenset({TOMBSTONE}))


@settings(max_examples=40, deadline=None)
@given(one=ledgers(redacted=True), other=ledgers())
def test_dropping_the_buried_before_or_after_a_union_is_the_same(
    one: Ledger, other: Ledger
) -> None:
    assert without_buried(without_buried(one) | other) == without_buried(one | other)


def test_a_ledger_without_tombstones_is_left_alone() -> None:
    ledger = a_ledger([a_claim(date="2022")])
    assert without_buried(ledger) is ledger
    assert buried_in([ID], []) == frozenset()


def test_the_tombstone_of_a_claim_is_found_among_others() -> None:
    other = bury("00" * 32, salt=SALT, reason="asked", on="2026-11-22")
    assert tombstone_of(ID, {other, TOMBSTONE}) == TOMBSTONE
    with pytest.raises(UnknownClaim, match="ff" * 32):
        tombstone_of("ff" * 32, {other, TOMBSTONE})
