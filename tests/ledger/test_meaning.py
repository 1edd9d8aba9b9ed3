from dataclasses import replace

import pytest

from builders import a_decision, person, source
from khronika.errors import KhronikaError
from khronika.ledger.meaning import check_meaning
from khronika.schema.decision import Decision, DecisionId, Verb

ONE, TWO = "ab" * 32, "cd" * 32


@pytest.mark.parametrize(
    "decision",
    [
        a_decision(Verb.ACCEPT, ONE),
        a_decision(Verb.OPEN, ONE, level="public"),
        a_decision(Verb.OPEN, source(), level="team", use="letters"),
        a_decision(Verb.RESTRICT, source(), level="sealed"),
        a_decision(Verb.PREFER, ONE, over=[TWO]),
        a_decision(Verb.MERGE, ONE, TWO),
        a_decision(Verb.SAME, person("a"), person("b")),
        a_decision(Verb.CONSENT, person(), use="public", state="given", given_by="sister"),
        a_decision(Verb.STANCE, person(), value="do-not-list"),
        a_decision(Verb.READY, person()),
        a_decision(Verb.REJECT, ONE, replaces=[DecisionId(TWO)]),
    ],
)
def test_a_decision_that_says_something_is_taken(decision: Decision) -> None:
    check_meaning(decision)


@pytest.mark.parametrize(
    "decision",
    [
        a_decision(Verb.ACCEPT),
        a_decision(Verb.ACCEPT, person()),
        a_decision(Verb.READY, ONE),
        a_decision(Verb.OPEN, "not-an-id", level="public"),
        a_decision(Verb.OPEN, ONE),
        a_decision(Verb.OPEN, ONE, level="everybody"),
        a_decision(Verb.OPEN, ONE, level="public", use="press"),
        a_decision(Verb.RESTRICT, ONE),
        a_decision(Verb.PREFER, ONE, over=["the other one"]),
        a_decision(Verb.SAME, person("a")),
        a_decision(Verb.NOT_SAME, person("a"), person("b"), person("c")),
        a_decision(Verb.CONSENT, person(), state="perhaps"),
        a_decision(Verb.STANCE, person()),
        a_decision(Verb.ACCEPT, ONE, replaces=[DecisionId("before")]),
        replace(a_decision(Verb.ACCEPT, ONE), by=""),
        replace(a_decision(Verb.ACCEPT, ONE), at=""),
    ],
)
def test_a_decision_no_reader_could_follow_is_refused(decision: Decision) -> None:
    with pytest.raises(KhronikaError):
        check_meaning(decision)
