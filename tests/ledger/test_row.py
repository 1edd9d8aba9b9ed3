from hypothesis import example, given
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_source, case
from khronika.ledger.ledger import Ledger, Recorded
from khronika.ledger.row import (
    claim_row,
    decision_row,
    hashes_of,
    named_rows,
    pointer_rows,
    recorded_rows,
    row_hash,
    source_row,
    tombstone_row,
    visibility_rows,
)
from khronika.ledger.tombstone import bury
from khronika.schema.decision import Verb
from khronika.schema.visibility import Visibility
from ledger.ledgers import SALT, a_full_ledger, pointed

words = st.text(alphabet='ab.,:"[]\\', min_size=1, max_size=6)  # the likely separators


def test_the_id_of_a_row_is_the_id_of_its_entry() -> None:
    claim, source = a_claim(date="2022", quote="«взяли»"), a_source()
    decision = a_decision(Verb.ACCEPT, claim.id())
    assert claim_row(claim).id == claim.id()
    assert source_row(source).id == source.entry_id()
    assert decision_row(decision).id == decision.id()


def test_a_claim_is_found_by_its_subject_and_case() -> None:
    row = claim_row(a_claim(case=case()))
    assert (row.subject, row.in_case) == ("examples/person/belova-alena", "examples/case/square")


@given(said=st.tuples(words, words), other=st.tuples(words, words))
@example(said=('a","b', "c"), other=("a", 'b","c'))
def test_text_cannot_slide_from_one_part_of_a_row_into_the_next(
    said: tuple[str, str], other: tuple[str, str]
) -> None:
    one, two = (
        next(recorded_rows({"00": frozenset({Recorded(at, by)})})).row_hash
        for at, by in (said, other)
    )
    assert (one == two) == (said == other)


def test_the_quick_way_to_a_hash_is_the_plain_one() -> None:
    recorded = {"ab": frozenset({Recorded("2022", 'a "key"')})}
    assert next(recorded_rows(recorded)).row_hash == row_hash("recorded", "ab", "2022", 'a "key"')
    levels = {"ab": Visibility.TEAM}
    assert next(visibility_rows(levels)).row_hash == row_hash("visibility", "ab", "team")


def test_rows_of_different_tables_never_have_one_hash() -> None:
    assert row_hash("recorded", "a", "b") != row_hash("visibility", "a", "b")


def test_a_passage_without_a_text_has_no_pointer() -> None:
    claim = a_claim(date="2022")
    assert list(pointer_rows({"a": claim.passage})) == []
    (row,) = pointer_rows({"a": pointed(claim).passage})
    assert (row.entry, row.text, row.start, row.end) == ("a", "cd" * 32, 3, 9)


def test_a_decision_is_found_by_all_it_names() -> None:
    first = a_decision(Verb.ACCEPT, "aa" * 32)
    decision = a_decision(Verb.PREFER, "bb" * 32, over=["cc" * 32], replaces=[first.id()])
    names = {row.name for row in named_rows("d", decision)}
    assert names == {"bb" * 32, "cc" * 32, first.id()}


def test_every_row_of_a_ledger_has_a_hash_of_its_own() -> None:
    tombstone = bury("ab" * 32, salt=SALT, reason="asked", on="2026-11-22")
    ledger = a_full_ledger() | Ledger(tombstones=frozenset({tombstone}))
    hashes = list(hashes_of(ledger))
    # 2 sources, 1 holding, 2 claims, 3 decisions; 7 of who and when, 4 levels, 1 pointer, 1 stone
    assert len(hashes) == len(set(hashes)) == 8 + 7 + 4 + 1 + 1
    assert tombstone_row(tombstone).row_hash in hashes
