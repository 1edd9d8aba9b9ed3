from dataclasses import replace

import pytest

from builders import a_decision
from khronika.schema.decision import DecisionId, Verb


def test_the_order_of_targets_says_nothing() -> None:
    assert a_decision(Verb.MERGE, "a", "b") == a_decision(Verb.MERGE, "b", "a")
    assert a_decision(Verb.MERGE, "a", "b").id() == a_decision(Verb.MERGE, "b", "a").id()


@pytest.mark.parametrize(
    "change",
    [
        {"verb": Verb.REJECT},
        {"targets": ("b",)},
        {"over": ("c",)},
        {"details": {"level": "team"}},
        {"by": "somebody"},
        {"at": "2022-10-02T00:00:00Z"},
        {"reason": "another"},
        {"replaces": (DecisionId("d"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_who_when_why_and_what_all_move_the_id(change: dict[str, object]) -> None:
    decision = a_decision(Verb.ACCEPT, "a")
    assert replace(decision, **change).id() != decision.id()  # type: ignore[arg-type]


def test_an_empty_detail_is_an_absent_one() -> None:
    assert a_decision(Verb.OPEN, "a", use="").id() == a_decision(Verb.OPEN, "a").id()
