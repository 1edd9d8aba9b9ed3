from datetime import date

from builders import a_claim, a_decision, a_source, by_id, person, source
from khronika.clearance.state import publication_state
from khronika.dossier.material import Material
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb

ONE, OTHER = a_claim("arrest", date="2022-03-01"), a_claim("arrest", date="2022-03-02")


def state(
    *claims: Claim,
    decisions: tuple[Decision, ...] = (),
    title: str = "The Paper",
    left_out: frozenset[tuple[ClaimId, str]] = frozenset(),
    recorded: str = "2022-10-01",
    known: date | None = None,
    note: str = "",
) -> str:
    material = Material(
        claims=by_id(claims),
        decisions=decisions,
        sources={source(): a_source(title=title)},
        left_out=left_out,
        recorded=dict.fromkeys(by_id(claims), recorded),
    )
    return publication_state(
        material,
        known=dict.fromkeys(by_id(claims), known) if known else {},
        notes={person(): note} if note else {},
    )


def test_the_same_in_another_order_is_the_same() -> None:
    assert state(ONE, OTHER) == state(OTHER, ONE)
    assert len(state()) == 64


def test_whatever_leaves_differently_changes_the_state() -> None:
    states = [
        state(ONE),
        state(OTHER),
        state(ONE, OTHER),
        state(ONE, decisions=(a_decision(Verb.SPLIT, ONE.id()),)),
        state(ONE, title="The Weekly"),
        state(ONE, left_out=frozenset({(ONE.id(), "date")})),
        state(ONE, recorded="2022-10-02"),
        state(ONE, known=date(2022, 10, 1)),
        state(ONE, note="We do not share these views."),
    ]
    assert len(set(states)) == len(states)
