from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source, case, person
from clearing import ALREADY_PUBLIC, TODAY, cleared, cleared_of, consented, in_arrest, restricted
from khronika.clearance.clear import clear
from khronika.clearance.policy import Policy
from khronika.errors import Say
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision, Verb
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Use, Visibility

HARMLESS = a_claim("arrest", date="2022-03-01")
DELICATE = a_claim("incident", kind_="torture")  # delicate, and public by nature
LEVELS = tuple(Visibility)
STANCES = ("", "list", "mention-only", "do-not-list")
# What was decided about consent (state, use), and what that amounts to for the use `un`, `letters`
# and so on: "same" is the use that is asked for, "other" one that is not.
ANSWERS: dict[str, tuple[tuple[str, str], ...]] = {
    "nobody asked": (),
    "given for all": (("given", ""),),
    "given for this": (("given", "same"),),
    "given for another": (("given", "other"),),
    "refused for all": (("refused", ""),),
    "refused for this": (("refused", "same"),),
    "refused for another": (("refused", "other"),),
    "withdrawn": (("withdrawn", "same"),),
    "given and refused": (("given", ""), ("refused", "same")),
}
MEANT = {
    "given for all": "given",
    "given for this": "given",
    "refused for all": "refused",
    "refused for this": "refused",
    "withdrawn": "refused",
    "given and refused": "refused",
}


@dataclass(frozen=True)
class Row:
    """One row of the table."""

    use: Use
    answer: str
    claim_level: Visibility
    source_visibility: Visibility
    source_level: SourceLevel
    stance: str
    already_public: bool
    delicate: bool
    is_ready: bool
    is_accepted: bool


def should_leave(row: Row) -> bool:
    """Section 8 of the design, read aloud."""
    if not (row.is_accepted and row.is_ready and row.stance == "list"):
        return False
    consent = MEANT.get(row.answer, "unknown")
    if consent == "refused":
        return False
    levels = {row.claim_level, row.source_visibility}
    if Visibility.SEALED in levels:
        return False
    if Visibility.TEAM in levels:
        return row.use is not Use.PUBLIC and consent == "given"
    if consent == "given":
        return True
    return row.already_public and row.source_level is SourceLevel.OPEN and not row.delicate


def decisions_of(row: Row, claim_id: str) -> list[Decision]:
    other = Use.PARTNER if row.use is not Use.PARTNER else Use.UN
    uses = {"same": row.use.value, "other": other.value, "": ""}
    found = [
        a_decision(Verb.CONSENT, person(), state=state, use=uses[use])
        for state, use in ANSWERS[row.answer]
    ]
    if row.stance:
        found.append(a_decision(Verb.STANCE, person(), value=row.stance))
    if row.is_ready:
        found.append(a_decision(Verb.READY, person()))
    if row.is_accepted:
        found.append(a_decision(Verb.ACCEPT, claim_id))
    return found


def leaves(row: Row) -> bool:
    claim = DELICATE if row.delicate else HARMLESS
    source = a_source(level=row.source_level)
    ledger = a_ledger(
        [claim],
        sources=[source],
        decisions=decisions_of(row, claim.id()),
        levels={claim.id(): row.claim_level, source.entry_id(): row.source_visibility},  # type: ignore[dict-item]
    )
    policy = Policy(already_public=row.already_public)
    outcome = clear(InForce(ledger), use=row.use, policy=policy, today=TODAY)
    assert len(outcome.refused) + len(outcome.material.claims) == 1
    return bool(outcome.material.claims)


@pytest.mark.parametrize(("use", "answer"), list(product(Use, ANSWERS)))
def test_a_claim_leaves_exactly_where_the_design_says_so(use: Use, answer: str) -> None:
    rest = product(LEVELS, LEVELS, SourceLevel, STANCES, *[(False, True)] * 4)
    rows = [Row(use, answer, *one) for one in rest]
    wrong = [row for row in rows if leaves(row) != should_leave(row)]
    assert wrong == []


def test_every_claim_leaves_or_is_refused_with_a_code() -> None:
    secret = a_claim("views", value={"text": "quiet"})
    outcome = cleared(in_arrest(), secret, levels=restricted(secret))
    assert set(outcome.material.claims) == {in_arrest().id()}
    assert [(one.claim, one.code) for one in outcome.refused] == [(secret.id(), "team")]
    assert outcome.refused[0].say == Say("clearance.team")


def test_claims_about_a_case_need_nobody_s_consent() -> None:
    claim = a_claim("name", subject=case(), text="The Square Case")
    outcome = cleared(claim, decisions=[])
    assert set(outcome.material.claims) == {claim.id()}
    assert outcome.people == frozenset()


def test_a_case_cannot_consent_to_what_is_for_the_team() -> None:
    claim = a_claim("name", subject=case(), text="The Square Case")
    outcome = cleared(claim, decisions=consented(case()), levels=restricted(claim), use=Use.UN)
    assert [one.code for one in outcome.refused] == ["team"]


def recorded_at(ledger: Ledger, entry: str, at: str) -> dict[str, frozenset[Recorded]]:
    return {**ledger.recorded, entry: frozenset({Recorded(at=at, by="editors")})}


def test_what_was_not_yet_known_does_not_leave_for_an_earlier_day() -> None:
    late = a_claim("ruling", term="9y")
    ledger = a_ledger([in_arrest(), late], decisions=consented())
    ledger = Ledger(
        sources=ledger.sources,
        claims=ledger.claims,
        decisions=ledger.decisions,
        visibility=ledger.visibility,
        recorded=recorded_at(ledger, late.id(), "2023-05-01T00:00:00Z"),
    )
    then = cleared_of(ledger, known_at="2023-01-01T00:00:00Z")
    assert set(then.material.claims) == {in_arrest().id()}
    assert [one.code for one in then.refused] == ["later"]
    assert len(cleared_of(ledger).material.claims) == 2


RESTRICTIONS = [
    [a_decision(Verb.CONSENT, person(), state="withdrawn", at="2024-05-02T00:00:00Z")],
    [a_decision(Verb.STANCE, person(), value="do-not-list", at="2024-05-02T00:00:00Z")],
    [a_decision(Verb.RESTRICT, in_arrest().id(), level="sealed", at="2024-05-02T00:00:00Z")],
    [a_decision(Verb.REJECT, in_arrest().id(), at="2024-05-02T00:00:00Z")],
]


@pytest.mark.parametrize("today", RESTRICTIONS)
def test_an_earlier_day_reopens_nothing_that_is_restricted_today(today: list[Decision]) -> None:
    then = cleared(in_arrest(), decisions=[*consented(), *today], known_at="2023-01-01T00:00:00Z")
    assert then.material.claims == {}


def test_two_that_were_not_yet_called_one_person_are_judged_apart() -> None:
    other = person("belova-a")
    same = a_decision(Verb.SAME, person(), other, at="2024-02-01T00:00:00Z")
    searched = a_claim("search", subject=other, date="2022-03-01")
    decisions = [*consented(), *consented(other), same]
    assert len(cleared(in_arrest(), searched, decisions=decisions).material.claims) == 2
    then = cleared(in_arrest(), searched, decisions=decisions, known_at="2024-01-01T00:00:00Z")
    assert [(one.claim, one.code) for one in then.refused] == [(searched.id(), "only-searched")]
    assert then.material.decisions == ()


secrets = st.sampled_from(
    [
        a_claim("views", value={"text": "quiet"}),
        a_claim("occupation", value={"text": "turner"}),
        a_claim("arrest", date="2021-01-01", section="p. 9"),
        a_claim("ruling", term="9y", case=case()),
        a_claim("quotation", text="I am here"),
        a_claim("health", text="a cough"),
        a_claim("affiliation", organisation={"text": "A Circle"}, basis="own-words"),
        a_claim("arrest", subject=person("gray-boris"), date="2022-03-01"),
        a_claim("name", subject=case("other"), text="The Other Case"),
    ]
)
PUBLIC = [in_arrest(), a_claim("name", text="Alena Belova"), a_claim("ruling", term="6y")]


@given(
    hidden=st.lists(secrets, max_size=4, unique_by=Claim.id),
    level=st.sampled_from([Visibility.TEAM, Visibility.SEALED]),
    policy=st.sampled_from([Policy(), ALREADY_PUBLIC]),
)
def test_a_restricted_claim_changes_nothing_that_leaves(
    hidden: list[Claim], level: Visibility, policy: Policy
) -> None:
    without = cleared(*PUBLIC, policy=policy)
    with_it = cleared(*PUBLIC, *hidden, levels=restricted(*hidden, level=level), policy=policy)
    assert with_it.material == without.material
    assert with_it.state == without.state
    assert with_it.people == without.people
    assert {one.claim for one in with_it.refused} == {one.id() for one in hidden}


dangers = st.sampled_from(
    [
        a_claim("custody", kind_="house-arrest", start="2023-01-01"),
        a_claim("custody", kind_="colony-general", start="2024-04-01"),
        a_claim("release", date="2023-01-01"),
        a_claim("transfer", date="2024-05-25"),
        a_claim("birth", date="2010-01-01"),
        a_claim("ruling", instance="appeal", date="2024-05-30"),
        a_claim("search", date="2022-01-01"),
        a_claim("death", date="2024-05-01"),
        a_claim("name", text="Another Spelling"),
    ]
)


@given(hidden=st.lists(dangers, max_size=3, unique_by=Claim.id))
def test_a_restricted_fact_never_lets_anything_out(hidden: list[Claim]) -> None:
    words = a_claim("quotation", text="I am here", date="2023-05-01")
    order = a_claim("custody", kind_="bail", start="2022-12-01", section="p. 2")
    without = cleared(*PUBLIC, words, order)
    with_it = cleared(*PUBLIC, words, order, *hidden, levels=restricted(*hidden))
    assert with_it.material.claims.keys() <= without.material.claims.keys()


def test_the_disclaimer_a_stance_asks_for_leaves_with_the_person() -> None:
    said = [
        a_decision(Verb.STANCE, person(), value="list", text=text, by=by)
        for by, text in [("one", "We do not share these views."), ("two", ""), ("three", " ")]
    ]
    gone = a_decision(Verb.STANCE, person("gray-boris"), value="do-not-list", text="Not ours.")
    outcome = cleared(in_arrest(), decisions=[*consented(), *said, gone])
    assert outcome.notes == {person(): "We do not share these views."}


@pytest.mark.parametrize(
    ("answers", "hidden"),
    [((), False), (("yes",), False), (("no",), True), (("no", "yes"), True)],
)
def test_whoever_asked_is_kept_from_search_until_the_decision_is_replaced(
    answers: tuple[str, ...], *, hidden: bool
) -> None:
    asked = [
        a_decision(Verb.STANCE, person(), value="list", index=one, reason=one) for one in answers
    ]
    out = cleared(HARMLESS, decisions=[*consented(), *asked])
    assert out.unindexed == (frozenset({person()}) if hidden else frozenset())


def test_a_request_under_one_spelling_holds_for_the_page_of_both() -> None:
    other = person("belova-a")
    decisions = [
        *consented(),
        *consented(other),
        a_decision(Verb.SAME, person(), other),
        a_decision(Verb.STANCE, other, value="list", index="no", reason="asked"),
    ]
    claims = [HARMLESS, a_claim("search", subject=other, date="2022-02-01")]
    assert cleared(*claims, decisions=decisions).unindexed == {person(), other}
