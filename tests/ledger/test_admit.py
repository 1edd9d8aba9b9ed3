from dataclasses import replace

import pytest
from hypothesis import given, settings

from builders import a_claim, a_decision, a_ledger, a_source, case, person, source
from khronika.ledger.admit import check, refuse_sealed
from khronika.ledger.inadmissible import Inadmissible, SealedRefused, UnreadableEntry
from khronika.ledger.ledger import Ledger, Recorded, Tombstone
from khronika.ledger.row import claim_row
from khronika.ledger.tombstone import InvalidTombstone
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb
from khronika.schema.passage import Passage
from khronika.schema.source import Holding
from khronika.schema.subject import SubjectId
from khronika.schema.value import Text
from khronika.schema.visibility import Visibility
from ledger.ledgers import a_full_ledger, ledgers


def the_one(claim: Claim) -> Ledger:
    return Ledger(claims={claim.id(): claim})


@settings(max_examples=40, deadline=None)
@given(ledger=ledgers(redacted=True))
def test_a_checked_ledger_is_as_it_was(ledger: Ledger) -> None:
    checked = check(ledger)
    assert checked.ledger == check(checked.ledger).ledger
    assert checked.ledger.claims.keys() == ledger.claims.keys()
    assert checked.entries.keys() == {*ledger.sources, *ledger.claims, *ledger.decisions}


def test_every_store_keeps_text_in_one_form() -> None:
    loose = replace(a_claim(date="2022"), event="cafe\u0301")
    assert check(the_one(loose)).ledger.claims[loose.id()].event == "caf\u00e9"


def test_the_rows_are_those_of_the_entries() -> None:
    claim = a_claim(date="2022", case=case())
    assert check(the_one(claim)).entries == {claim.id(): claim_row(claim)}
    assert len(check(a_full_ledger()).entries) == 8


@pytest.mark.parametrize(
    "claim",
    [
        replace(a_claim(), kind="telepathy"),
        replace(a_claim(), fields={"mood": Text("low")}),
        replace(a_claim(), subject=SubjectId("nobody")),
        replace(a_claim(), subject=case()),  # a case is not arrested
        replace(a_claim(), case=person()),
        replace(a_claim(), fields={"date": Text("2022")}),
    ],
)
def test_a_claim_the_schema_does_not_know_is_refused_by_id(claim: Claim) -> None:
    with pytest.raises(UnreadableEntry, match=claim.id()):
        check(the_one(claim))


def test_a_thing_that_is_no_source_cannot_be_described_as_one() -> None:
    wrong = replace(a_source(), id=person())
    held = Holding(source=person(), sha256="ab" * 32, got_at="2022")
    with pytest.raises(UnreadableEntry, match="is no source"):
        check(Ledger(sources={wrong.entry_id(): wrong}))
    with pytest.raises(UnreadableEntry, match="is no source"):
        check(Ledger(holdings={held.entry_id(): held}))


def test_a_decision_without_meaning_is_refused_by_id() -> None:
    empty = a_decision(Verb.OPEN, source())
    with pytest.raises(UnreadableEntry, match=f"{empty.id()}.*needs 'level'"):
        check(Ledger(decisions={empty.id(): empty}))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("", 0, 5),
        ("ab", 0, None),
        ("ab", None, 5),
        ("ab", 5, 5),
        ("ab", -1, 5),
        ("", None, 5),
    ],
)
def test_offsets_that_point_nowhere_are_refused(
    text: str, start: int | None, end: int | None
) -> None:
    place = Passage(source(), section="p. 1", text=text, start=start, end=end)
    with pytest.raises(Inadmissible, match="offsets"):
        check(the_one(replace(a_claim(date="2022"), passage=place)))


def test_a_passage_may_be_a_whole_text() -> None:
    place = Passage(source(), section="p. 1", text="ab" * 32)
    claim = replace(a_claim(date="2022"), passage=place)
    assert check(the_one(claim)).ledger.claims[claim.id()].passage == place


@pytest.mark.parametrize(
    ("at", "by"),
    [("", "alena"), ("2022", ""), ("2022", "alena\nboris"), ("2022", "a" * 200)],
)
def test_who_and_when_are_short_words_of_one_line(at: str, by: str) -> None:
    claim = a_claim(date="2022")
    rows = {claim.id(): frozenset({Recorded(at=at, by=by)})}
    with pytest.raises(Inadmissible, match="Who and when"):
        check(replace(the_one(claim), recorded=rows))


def test_an_entry_with_no_row_of_who_and_when_has_none() -> None:
    assert check(Ledger(recorded={"ab": frozenset()})).ledger.recorded == {}


def test_a_tombstone_that_carries_words_is_refused() -> None:
    loud = Tombstone("ab" * 32, "cd" * 16, "Her family asked us", "2026-11-22")
    with pytest.raises(InvalidTombstone):
        check(Ledger(tombstones=frozenset({loud})))


@pytest.mark.parametrize(
    "claim",
    [
        a_claim("health", text="ill"),
        a_claim("wanted", place="abroad"),
        a_claim("membership", role="witness"),
    ],
)
def test_what_is_sealed_by_nature_is_refused_where_nothing_is_encrypted(claim: Claim) -> None:
    with pytest.raises(SealedRefused, match=f"{claim.id()} is sealed"):
        refuse_sealed(the_one(claim))


def test_what_came_sealed_is_refused_where_nothing_is_encrypted() -> None:
    with pytest.raises(SealedRefused, match="unencrypted"):
        refuse_sealed(a_ledger([a_claim(date="2022")], visibility=Visibility.SEALED))


def test_what_could_be_sealed_and_is_not_is_taken() -> None:
    refuse_sealed(the_one(a_claim("wanted", date="2022")))
    refuse_sealed(a_full_ledger())
