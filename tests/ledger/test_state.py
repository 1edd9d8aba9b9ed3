from dataclasses import replace

from builders import a_claim, a_ledger
from khronika.ledger.ledger import Ledger
from khronika.ledger.state import ledger_state, state_of
from ledger.ledgers import a_full_ledger


def test_the_state_is_64_hex_digits() -> None:
    assert len(ledger_state(Ledger())) == 64
    assert set(ledger_state(a_full_ledger())) <= set("0123456789abcdef")


def test_the_order_of_rows_says_nothing() -> None:
    assert state_of(["b", "a"]) == state_of(["a", "b"])


def test_anything_more_is_another_state() -> None:
    one = a_ledger([a_claim(date="2022")])
    later = a_ledger([a_claim(date="2022")], at="2023-01-01T00:00:00Z")
    unlevelled = replace(one, visibility={})
    assert len({ledger_state(each) for each in (one, one | later, later, unlevelled)}) == 4
