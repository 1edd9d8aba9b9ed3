from hypothesis import given, settings

from builders import a_claim, a_ledger, a_source
from khronika.ledger.ledger import Ledger, Recorded, union
from khronika.ledger.state import ledger_state
from khronika.schema.visibility import Visibility
from ledger.ledgers import ledgers, pointed, recorded_at

few = settings(max_examples=40, deadline=None)  # each builds several ledgers


@few
@given(one=ledgers(redacted=True), other=ledgers(redacted=True))
def test_it_does_not_matter_whose_ledger_comes_first(one: Ledger, other: Ledger) -> None:
    assert one | other == other | one
    assert ledger_state(one | other) == ledger_state(other | one)


@few
@given(one=ledgers(), other=ledgers(), third=ledgers(redacted=True))
def test_it_does_not_matter_which_two_meet_first(one: Ledger, other: Ledger, third: Ledger) -> None:
    assert (one | other) | third == one | (other | third) == union(third, other, one)


@few
@given(ledger=ledgers(redacted=True))
def test_a_ledger_joined_with_itself_or_with_nothing_is_the_same(ledger: Ledger) -> None:
    assert ledger | ledger == ledger | Ledger() == Ledger() | ledger == union(ledger) == ledger


def test_no_ledgers_make_an_empty_one() -> None:
    assert union() == Ledger()


def test_of_two_first_visibilities_the_stricter_counts() -> None:
    claim = a_claim(date="2022")
    levels = [Visibility.TEAM, Visibility.SEALED, Visibility.PUBLIC]
    joined = union(*(a_ledger([claim], visibility=level) for level in levels))
    assert joined.visibility[claim.id()] is Visibility.SEALED


def test_the_earliest_record_of_who_and_when_counts() -> None:
    claim = a_claim(date="2022")
    late = a_ledger([claim], at="2022-10-02T00:00:00Z", by="boris")
    early = a_ledger([claim], at="2022-10-01T00:00:00Z", by="vera")
    assert (late | early).first_recorded(claim.id()) == Recorded("2022-10-01T00:00:00Z", "vera")


def test_an_entry_may_have_come_without_who_and_when() -> None:
    assert Ledger(recorded={"a": frozenset()}).first_recorded("a") is None
    assert Ledger(recorded={"a": recorded_at("2022")}).first_recorded("b") is None


def test_a_claim_with_offsets_wins_over_the_same_without() -> None:
    claim = a_claim(date="2022")
    bare, exact = a_ledger([claim]), a_ledger([pointed(claim)])
    assert (bare | exact).claims == (exact | bare).claims == exact.claims


def test_two_descriptions_of_a_source_both_stay() -> None:
    one = a_ledger([], sources=[a_source()])
    other = a_ledger([], sources=[a_source(title="The Paper, corrected")])
    assert len((one | other).sources) == 2


def test_what_leaves_in_packages_tells_the_day_and_no_minutes() -> None:
    assert Recorded(at="2026-11-22T13:45:59Z", by="k").day == "2026-11-22T00:00:00Z"
