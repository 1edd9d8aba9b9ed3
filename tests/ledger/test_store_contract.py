"""What every store promises, on memory, SQLite and PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source, case, person, source
from khronika.errors import KhronikaError
from khronika.ledger.inadmissible import Inadmissible, StrayRow, UndescribedSource, WrongId
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.memory import MemoryStore
from khronika.ledger.state import ledger_state
from khronika.ledger.store import Appended, LedgerStore
from khronika.ledger.tombstone import InvalidTombstone, UnknownClaim, bury, without_buried
from khronika.schema.claim import ClaimId
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility
from ledger.ledgers import SALT, a_full_ledger, ledgers, parts_of, pointed, recorded_at

Stores = Callable[[], LedgerStore]

# A store for each example is made within the test, so that the fixture's one life is no danger.
several = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def redact(store: LedgerStore, claim: ClaimId) -> Tombstone:
    return store.redact(claim, reason="family-asked", on="2026-11-22", salt=SALT)


def test_what_was_appended_is_read_back(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    assert store.read() == a_full_ledger()


def test_an_append_counts_what_was_new(store: LedgerStore) -> None:
    appended = store.append(a_full_ledger())
    assert appended == Appended(sources=2, holdings=1, claims=2, decisions=3)
    assert appended.total == 8


def test_appending_twice_adds_nothing(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    before = store.state()
    assert store.append(a_full_ledger()).total == 0
    assert store.state() == before


def test_an_empty_store_has_the_state_of_an_empty_ledger(store: LedgerStore) -> None:
    assert store.state() == ledger_state(Ledger())
    assert store.verify() == []


@several
@given(ledger=ledgers(redacted=True))
def test_the_same_ledger_has_the_same_state_in_every_store(
    new_store: Stores, ledger: Ledger
) -> None:
    store = new_store()
    store.append(ledger)
    assert (
        store.state() == MemoryStore(ledger).state() == ledger_state(without_buried(store.read()))
    )
    assert store.read() == MemoryStore(ledger).read()
    assert store.verify() == []


@several
@given(data=st.data(), ledger=ledgers(redacted=True))
def test_the_order_of_appends_says_nothing(
    new_store: Stores, data: st.DataObject, ledger: Ledger
) -> None:
    store = new_store()
    for part in data.draw(st.permutations(parts_of(ledger))):
        store.append(part)
    assert store.state() == MemoryStore(ledger).state()
    assert store.verify() == []


def test_the_stricter_first_visibility_stays(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    for level in (Visibility.PUBLIC, Visibility.TEAM, Visibility.PUBLIC):
        store.append(a_ledger([claim], visibility=level))
    assert set(store.read().visibility.values()) == {Visibility.TEAM}
    assert store.verify() == []


def test_every_who_and_when_is_kept(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    for at in ("2022-10-02T00:00:00Z", "2022-10-01T00:00:00Z", "2022-10-02T00:00:00Z"):
        store.append(a_ledger([claim], at=at))
    both = recorded_at("2022-10-01T00:00:00Z", "2022-10-02T00:00:00Z")
    assert store.read().recorded[claim.id()] == both
    assert store.verify() == []


def test_a_better_reading_of_the_page_gives_the_claim_its_offsets(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    store.append(a_ledger([claim]))
    store.append(a_ledger([pointed(claim, start=4)]))
    store.append(a_ledger([pointed(claim, start=2)]))
    assert store.read().claims[claim.id()] == pointed(claim, start=4)
    assert store.verify() == []


def test_a_claim_whose_source_nobody_described_is_refused_by_name(store: LedgerStore) -> None:
    claim = a_claim(source=source("rumour"), date="2022")
    with pytest.raises(UndescribedSource, match=f"{claim.id()}.*examples/source/rumour"):
        store.append(a_ledger([claim]))


def test_a_source_described_before_is_enough(store: LedgerStore) -> None:
    store.append(a_ledger([]))
    assert store.append(a_ledger([a_claim(date="2022")], sources=[])).claims == 1


def test_an_entry_under_the_id_of_another_is_refused(store: LedgerStore) -> None:
    claim, other = a_claim(date="2022"), a_claim(date="2023")
    with pytest.raises(WrongId, match=other.id()):
        store.append(Ledger(claims={other.id(): claim}))


def test_a_row_beside_nothing_is_refused(store: LedgerStore) -> None:
    stray = a_claim(date="2022").id()
    with pytest.raises(StrayRow, match=stray):
        store.append(Ledger(visibility={stray: Visibility.TEAM}))
    with pytest.raises(StrayRow, match=stray):
        store.append(Ledger(recorded={stray: recorded_at("2022-10-01T00:00:00Z")}))


def test_a_row_beside_an_entry_may_come_later(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    store.append(a_ledger([claim]))
    store.append(Ledger(visibility={claim.id(): Visibility.TEAM}))
    assert store.read().visibility[claim.id()] is Visibility.TEAM


def test_a_batch_with_one_wrong_entry_leaves_nothing(store: LedgerStore) -> None:
    good, bad = a_claim(date="2022"), a_claim(source=source("rumour"), date="2022")
    with pytest.raises(Inadmissible):
        store.append(a_ledger([good, bad]))
    assert store.read() == Ledger()


def test_a_redacted_claim_is_gone_with_all_that_names_it(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    alena = next(one for one, row in a_full_ledger().claims.items() if row.subject == person())
    tombstone = redact(store, alena)
    left = store.read()
    assert [row.subject for row in left.claims.values()] == [person("boris")]
    assert left.decisions == {}
    assert alena not in {*left.recorded, *left.visibility}
    assert left.tombstones == {tombstone}
    assert (tombstone.reason, tombstone.on) == ("family-asked", "2026-11-22")
    assert store.verify() == []


def test_a_tombstone_wins_over_the_claim_that_comes_back(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    for claim in a_full_ledger().claims:
        redact(store, claim)
    state = store.state()
    assert store.append(a_full_ledger()).total == 0
    assert store.state() == state


def test_a_tombstone_from_another_group_destroys_our_copy(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    claims = list(a_full_ledger().claims)
    theirs = {bury(one, salt=SALT, reason="asked", on="2026-11-22") for one in claims}
    store.append(Ledger(tombstones=frozenset(theirs)))
    assert store.read().claims == store.read().decisions == {}
    assert store.verify() == []


def test_a_decision_about_a_claim_that_is_only_a_tombstone_is_dropped(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    accept = a_decision(Verb.ACCEPT, claim.id())
    store.append(a_ledger([], decisions=[accept]))
    tombstone = bury(claim.id(), salt=SALT, reason="asked", on="2026-11-22")
    store.append(Ledger(tombstones=frozenset({tombstone})))
    assert store.read().decisions == {}


def test_a_second_redaction_finds_the_tombstone_of_the_first(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    store.append(a_ledger([claim]))
    first = redact(store, claim.id())
    again = store.redact(claim.id(), reason="mistake", on="2027-01-01", salt="ef" * 20)
    assert again == first
    assert store.read().tombstones == {first}


def test_a_claim_that_was_never_here_cannot_be_redacted(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    with pytest.raises(UnknownClaim, match=a_claim().id()):
        redact(store, a_claim().id())


def test_a_reason_in_free_words_is_refused_and_destroys_nothing(store: LedgerStore) -> None:
    claim = a_claim(date="2022")
    store.append(a_ledger([claim]))
    with pytest.raises(InvalidTombstone):
        store.redact(claim.id(), reason="his mother asked, Moscow", on="2026-11-22", salt=SALT)
    assert store.read().claims


def test_reading_a_person_takes_claims_sources_and_decisions_about_them(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    read = store.read(subjects=[person("boris")])
    assert {row.subject for row in read.claims.values()} == {person("boris")}
    assert {row.id for row in read.sources.values()} == {source(), source("wire")}
    assert [row.verb for row in read.decisions.values()] == [Verb.PREFER]
    assert len(read.holdings) == 1
    assert read.recorded.keys() == {*read.claims, *read.sources, *read.decisions}


def test_reading_a_person_takes_what_replaces_a_decision_about_them(store: LedgerStore) -> None:
    claim, other = a_claim(date="2022"), a_claim(subject=person("vera"), date="2022")
    wrong = a_decision(Verb.ACCEPT, claim.id())
    right = a_decision(Verb.ACCEPT, other.id(), replaces=[wrong.id()], reason="mixed up")
    later = a_decision(Verb.READY, person("vera"), replaces=[right.id()])
    far = a_decision(Verb.READY, person("kira"))
    store.append(a_ledger([claim, other], decisions=[wrong, right, later, far]))
    read = store.read(subjects=[person()])
    assert read.decisions.keys() == {wrong.id(), right.id(), later.id()}


def test_reading_a_case_takes_everybody_in_it(store: LedgerStore) -> None:
    outside = a_claim(subject=person("vera"), date="2022")
    store.append(a_full_ledger() | a_ledger([outside]))
    read = store.read(subjects=[case()])
    assert {row.subject for row in read.claims.values()} == {person(), person("boris")}


@several
@given(ledger=ledgers(redacted=True), slug=st.sampled_from(["alena", "boris"]))
def test_every_store_finds_the_same_about_a_person(
    new_store: Stores, ledger: Ledger, slug: str
) -> None:
    store = new_store()
    store.append(ledger)
    asked = [person(slug), case()]
    assert store.read(subjects=asked) == MemoryStore(ledger).read(subjects=asked)


def test_nobody_concerns_nobody(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    assert store.read(subjects=[]) == Ledger()


def test_a_cache_holds_what_replaced_it_and_keeps_its_notes(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    store.note("digest", "abc")
    only = a_ledger([a_claim(date="2024")])
    store.replace(only)
    assert store.read() == only
    assert store.noted("digest") == "abc"
    assert store.verify() == []


def test_a_replacement_that_cannot_stand_leaves_the_old_one(store: LedgerStore) -> None:
    store.append(a_full_ledger())
    with pytest.raises(Inadmissible):
        store.replace(a_ledger([a_claim(date="2024")], sources=[]))
    assert store.read() == a_full_ledger()


def test_a_note_is_replaced_by_a_later_one_and_is_no_part_of_the_state(store: LedgerStore) -> None:
    assert store.noted("digest") == ""
    before = store.state()
    store.note("digest", "one")
    store.note("digest", "two")
    assert store.noted("digest") == "two"
    assert store.state() == before


def test_two_descriptions_of_one_source_stand_side_by_side(store: LedgerStore) -> None:
    store.append(a_ledger([], sources=[a_source()]))
    store.append(a_ledger([], sources=[a_source(title="The Paper, corrected")]))
    assert len(store.read().sources) == 2


def test_words_that_are_no_text_are_refused_in_a_sentence(store: LedgerStore) -> None:
    broken = replace(a_claim(date="2022"), event="\ud800")
    with pytest.raises(KhronikaError, match="does not fit the schema"):
        store.append(Ledger(claims={ClaimId("00" * 32): broken}))
