"""What was folded is brought forward: the same as folding everything anew, whatever changed."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source, case, person
from folded import TODAY
from growing import growths
from khronika.dossier.refold import Kept, Refolded, keep, on_day, refold
from khronika.ledger.forward import forward
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger, union
from khronika.schema.decision import Verb

ALENA, BORIS, VERA = person("alena"), person("boris"), person("vera")


@settings(max_examples=300, deadline=None)
@given(growths(), st.booleans())
def test_whatever_was_added_the_fold_is_that_of_the_whole(
    batches: list[Ledger],
    standing: bool,
) -> None:
    kept = keep(InForce(Ledger(), standing), as_of=TODAY)
    for number, batch in enumerate(batches, 1):
        kept = grown(kept, batch).kept
        whole = union(*batches[:number])
        assert_same(kept, keep(InForce(whole, standing), as_of=TODAY))


def test_a_version_put_aside_for_one_that_counts_no_more_stays_put_aside() -> None:
    put_aside, preferred = a_claim(date="2022"), a_claim(kind="release", date="2023")
    batches = [
        a_ledger([put_aside, preferred]),
        a_ledger(decisions=[a_decision(Verb.REJECT, preferred.id())]),
        a_ledger(decisions=[a_decision(Verb.PREFER, preferred.id(), over=(put_aside.id(),))]),
        a_ledger([a_claim(date="2021")]),
    ]
    kept = keep(InForce(Ledger(), standing=True), as_of=TODAY)
    for batch in batches:
        kept = grown(kept, batch).kept
    assert_same(kept, keep(InForce(union(*batches), standing=True), as_of=TODAY))


@settings(max_examples=100, deadline=None)
@given(growths())
def test_whoever_is_not_among_the_changed_is_as_before(batches: list[Ledger]) -> None:
    before = keep(InForce(Ledger()), as_of=TODAY)
    for batch in batches:
        after = grown(before, batch)
        for old, new in (
            (before.folded.people, after.kept.folded.people),
            (before.folded.cases, after.kept.folded.cases),
        ):
            rest = (old.keys() | new.keys()) - after.changed
            assert {one: old.get(one) for one in rest} == {one: new.get(one) for one in rest}
        before = after.kept


@settings(max_examples=100, deadline=None)
@given(growths(), st.lists(st.integers(-40, 400), min_size=1, max_size=4))
def test_another_day_gives_the_fold_of_that_day(batches: list[Ledger], steps: list[int]) -> None:
    in_force = InForce(union(*batches), standing=True)
    kept = keep(in_force, as_of=date(2022, 6, 1))
    for step in steps:
        turning = [one.stable_until for one in kept.folded.people.values() if one.stable_until]
        day = min(turning) if turning and step % 2 else kept.as_of + timedelta(days=step)
        kept = on_day(kept, day).kept
        assert_same(kept, keep(in_force, as_of=day))


def test_only_those_are_folded_anew_whom_the_change_touches() -> None:
    claims = [a_claim(subject=one, date="2022-08-30") for one in (ALENA, BORIS)]
    before = keep(InForce(a_ledger(claims), standing=True), as_of=TODAY)
    more = a_ledger([a_claim(subject=ALENA, kind="birth", date="1990-01-05")])
    after = grown(before, more)
    assert after.changed == {ALENA}
    assert after.kept.folded.people[BORIS] is before.folded.people[BORIS]


def test_those_who_are_told_apart_again_each_have_a_page() -> None:
    claims = [a_claim(subject=one, date="2022-08-30") for one in (ALENA, BORIS, VERA)]
    same = [a_decision(Verb.SAME, ALENA, BORIS), a_decision(Verb.SAME, BORIS, VERA)]
    before = keep(InForce(a_ledger(claims, decisions=same), standing=True), as_of=TODAY)
    apart = a_decision(Verb.NOT_SAME, ALENA, BORIS, replaces=[same[0].id()])
    after = grown(before, a_ledger(decisions=[apart]))
    assert list(before.folded.people) == [ALENA]
    assert list(after.kept.folded.people) == [ALENA, BORIS]


def test_a_chain_that_begins_to_contradict_itself_joins_nobody_in_it() -> None:
    chain = [ALENA, BORIS, VERA, person("zoya")]
    claims = [a_claim(subject=one, date="2022-08-30") for one in chain]
    same = [a_decision(Verb.SAME, *pair) for pair in pairwise(chain)]
    before = keep(InForce(a_ledger(claims, decisions=same), standing=True), as_of=TODAY)
    after = grown(before, a_ledger(decisions=[a_decision(Verb.NOT_SAME, BORIS, chain[3])]))
    assert list(before.folded.people) == [ALENA]
    assert list(after.kept.folded.people) == chain
    assert [one.code for one in after.kept.folded.problems] == ["fold.sameness-contradicts"]


def test_preferences_that_clash_are_reported_until_one_gives_way() -> None:
    nine, six = (a_claim("ruling", subject=ALENA, term=term) for term in ("9y", "6y"))
    clash = [
        a_decision(Verb.PREFER, nine.id(), over=[six.id()]),
        a_decision(Verb.PREFER, six.id(), over=[nine.id()]),
    ]
    ledger = a_ledger([nine, six], decisions=clash)
    before = keep(InForce(ledger, standing=True), as_of=TODAY)
    still = grown(before, a_ledger([a_claim("birth", subject=ALENA, date="1990")])).kept
    again = a_decision(Verb.ACCEPT, nine.id(), replaces=[clash[0].id()])
    assert len(before.folded.problems) == 1
    assert still.folded.problems == before.folded.problems
    assert grown(before, a_ledger(decisions=[again])).kept.folded.problems == ()


def test_a_case_nobody_is_in_any_more_is_gone() -> None:
    claim = a_claim("membership", subject=ALENA, case=case(), role="defendant")
    accept = a_decision(Verb.ACCEPT, claim.id())
    before = keep(InForce(a_ledger([claim], decisions=[accept])), as_of=TODAY)
    reject = a_decision(Verb.REJECT, claim.id(), replaces=[accept.id()])
    after = grown(before, a_ledger(decisions=[reject]))
    assert case() in before.folded.cases
    assert after.kept.folded.cases == {}


def test_a_source_that_gets_a_date_touches_everybody_it_speaks_of() -> None:
    claims = [a_claim("release", subject=one, kind_="served") for one in (ALENA, BORIS)]
    undated = a_ledger(claims, sources=[a_source(date="")], at="2022-01-01T00:00:00Z")
    before = keep(InForce(undated, standing=True), as_of=TODAY)
    dated = a_ledger(sources=[a_source(date="2024-06-20")], at="2023-01-01T00:00:00Z")
    after = grown(before, dated)
    assert before.folded.people[ALENA].entries
    assert [one.entries for one in after.kept.folded.people.values()] == [(), ()]


def grown(before: Kept, batch: Ledger) -> Refolded:
    return refold(before, *forward(before.in_force, batch))


def assert_same(kept: Kept, anew: Kept) -> None:
    assert kept.material == anew.material
    assert kept.folded == anew.folded
    assert list(kept.folded.people) == list(anew.folded.people)
    assert list(kept.folded.cases) == list(anew.folded.cases)
    assert kept.joined == anew.joined
