from dataclasses import replace
from datetime import date

from builders import a_claim, a_decision, a_ledger, a_source, by_id, source
from clearing import cleared, cleared_of, consented, in_arrest
from khronika.clearance.publication import KNOWN_TO_EDITORS
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim, Speaker
from khronika.schema.decision import Verb
from khronika.schema.passage import Passage
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Use, Visibility

CLOSED = [a_source(level=SourceLevel.CLOSED)]


def quoted(**passage: object) -> Claim:
    claim = a_claim("arrest", date="2022-03-01", quote="they came at six", nonce="n" * 32)
    return replace(claim, passage=replace(claim.passage, text="f" * 64, start=3, end=9, **passage))


def test_a_claim_of_an_open_source_leaves_without_offsets() -> None:
    left = cleared(quoted()).material.claims[quoted().id()]
    assert left.passage == Passage(source(), section="p. 1", quote="they came at six")


def test_a_claim_without_offsets_leaves_as_it_is_and_is_held_once() -> None:
    claim = a_claim("arrest", date="2022-03-01", quote="they came at six")
    assert cleared(claim).material.claims[claim.id()] is claim


def test_a_claim_of_a_closed_source_leaves_without_its_passage_and_id() -> None:
    claim = replace(quoted(), speaker=Speaker.RELATIVE)
    outcome = cleared(claim, sources=CLOSED)
    ((public_id, left),) = outcome.material.claims.items()
    assert left.passage == Passage(KNOWN_TO_EDITORS)
    assert (left.nonce, left.speaker) == ("", Speaker.RELATIVE)
    assert public_id == left.id() != claim.id()
    assert outcome.leaving == {claim.id()}
    assert outcome.material.sources == {}


def test_of_the_day_a_closed_source_was_read_leaves_the_month() -> None:
    outcome = cleared(in_arrest(), sources=CLOSED, at="2022-10-17T09:30:00Z")
    assert list(outcome.known.values()) == [date(2022, 10, 1)]
    assert list(outcome.material.recorded.values()) == ["2022-10-01"]
    opened = cleared(in_arrest(), at="2022-10-17T09:30:00Z")
    assert opened.known == {}
    assert opened.material.recorded == {in_arrest().id(): "2022-10-17"}


def test_what_nobody_noted_the_day_of_leaves_without_one() -> None:
    full = a_ledger([in_arrest()], sources=CLOSED, decisions=consented())
    bare = Ledger(
        sources=full.sources,
        claims=full.claims,
        decisions=full.decisions,
        visibility=full.visibility,
    )
    outcome = cleared_of(bare)
    assert len(outcome.material.claims) == 1
    assert (outcome.known, outcome.material.recorded) == ({}, {})


def test_nobody_can_count_closed_sources_that_say_the_same() -> None:
    claims = [a_claim("arrest", date="2022-03-01", section=f"p. {page}") for page in range(3)]
    assert len(cleared(*claims, sources=CLOSED).material.claims) == 1


def test_the_earliest_month_counts_where_two_leave_as_one() -> None:
    one, other = (a_claim("arrest", date="2022-03-01", section=page) for page in ("p. 1", "p. 2"))
    early = a_ledger([one], sources=CLOSED, decisions=consented(), at="2022-08-05T00:00:00Z")
    late = a_ledger([other], sources=CLOSED, at="2022-10-05T00:00:00Z")
    assert list(cleared_of(early | late).known.values()) == [date(2022, 8, 1)]


def test_only_sources_that_a_leaving_claim_cites_leave() -> None:
    paper, letter = a_source(), a_source("letter", title="A Letter")
    assert cleared(in_arrest(), sources=[paper, letter]).material.sources == {source(): paper}


def test_what_a_source_repeats_is_named_only_if_it_leaves_too() -> None:
    paper, wire = a_source(repeats=source("wire")), a_source("wire", title="The Wire")
    alone = cleared(in_arrest(), sources=[paper, wire])
    assert alone.material.sources[source()].repeats is None
    second = a_claim("arrest", date="2022-03-01", source=source("wire"))
    both = cleared(in_arrest(), second, sources=[paper, wire])
    assert both.material.sources[source()].repeats == source("wire")


def test_a_source_for_the_team_is_not_named_in_what_the_team_hands_on() -> None:
    paper = a_source()
    outcome = cleared(
        in_arrest(),
        sources=[paper],
        levels={paper.entry_id(): Visibility.TEAM},
        use=Use.UN,  # type: ignore[dict-item]
    )
    assert [one.passage.source for one in outcome.material.claims.values()] == [KNOWN_TO_EDITORS]


def test_of_a_decision_leaves_what_it_names_and_not_who_and_why() -> None:
    claims = [a_claim("arrest", date=day) for day in ("2022-03-01", "2022-03-02")]
    split = a_decision(Verb.SPLIT, *by_id(claims), reason="the neighbour said so")
    (left,) = cleared(*claims, decisions=[*consented(), split]).material.decisions
    assert (left.verb, set(left.targets)) == (Verb.SPLIT, set(by_id(claims)))
    assert (left.by, left.at, left.reason) == ("", "", "")


def test_a_decision_names_closed_claims_by_the_ids_under_which_they_leave() -> None:
    claims = [a_claim("arrest", date=day) for day in ("2022-03-01", "2022-03-02")]
    split = a_decision(Verb.SPLIT, *by_id(claims))
    outcome = cleared(*claims, decisions=[*consented(), split], sources=CLOSED)
    assert set(outcome.material.decisions[0].targets) == set(outcome.material.claims)
