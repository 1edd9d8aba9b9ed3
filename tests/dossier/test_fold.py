"""The fold as a whole: pure, independent of order, and true until it says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_claim, a_decision, a_ledger, a_source, by_id, case, person, source
from folded import TODAY, dossier, folded, material
from khronika.dossier.accepted import material_of
from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import union
from khronika.schema.claim import Claim, Speaker
from khronika.schema.decision import Decision, Verb

ALENA, BORIS, VERA = person(), person("zimin-boris"), person("orlova-vera")
days = st.sampled_from(["2022", "2022-08", "2022-08-30", "2023-01-05", "2022-08~", "2024-05-31"])
cases = st.sampled_from([None, case("square"), case("gate")])
labels = st.sampled_from(["", "", "first", "second"])
sections = st.sampled_from("abc")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim of a kind whose grouping or timing is not trivial."""
    name = draw(st.sampled_from(list(_FIELDS)))
    fields = {field: draw(values) for field, values in _FIELDS[name].items() if draw(st.booleans())}
    return a_claim(
        name,
        subject=draw(st.sampled_from([ALENA, BORIS])),
        case=draw(cases),
        event=draw(labels),
        section=draw(sections),
        speaker=draw(st.sampled_from([Speaker.REPORTER, Speaker.RELATIVE])),
        **fields,
    )


_FIELDS = {
    "arrest": {"date": days, "place": st.sampled_from([{"text": "the gate"}, {"text": "home"}])},
    "hearing": {"date": days, "outcome": st.sampled_from(["held", "postponed"])},
    "ruling": {
        "date": days,
        "term": st.sampled_from(["9y", "6y", "5m"]),
        "instance": st.sampled_from(["first", "appeal"]),
        "outcome": st.sampled_from(["convicted", "acquitted"]),
    },
    "custody": {
        "kind_": st.sampled_from(["pretrial", "house-arrest", "colony-general"]),
        "start": days,
        "end": days,
    },
    "birth": {"date": days},
    "support": {"kind_": st.sampled_from(["address"]), "checked": days},
    "release": {"date": days, "kind_": st.sampled_from(["served", "exchange"])},
    "step": {"kind_": st.sampled_from(["remand", "indictment"]), "date": days, "until": days},
}


@st.composite
def decisions(draw: st.DrawFn, among: list[Claim]) -> list[Decision]:
    """A few decisions about the claims and people."""
    ids = st.sampled_from(sorted(claim.id() for claim in among))
    found = []
    for verb in draw(st.lists(st.sampled_from([Verb.PREFER, Verb.MERGE, Verb.SPLIT]), max_size=4)):
        one, two = draw(ids), draw(ids)
        over = [two] if verb is Verb.PREFER else []
        found.append(a_decision(verb, *([one] if over else {one, two}), over=over))
    if draw(st.booleans()):
        found.append(a_decision(Verb.SAME, ALENA, BORIS))
    return found


@st.composite
def materials(draw: st.DrawFn) -> tuple[list[Claim], list[Decision]]:
    said = list(by_id(draw(st.lists(claims(), min_size=1, max_size=9))).values())
    return said, draw(decisions(said))


@given(materials(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_decisions_changes_nothing(
    drawn: tuple[list[Claim], list[Decision]], random: Random
) -> None:
    said, decided = drawn
    shuffled = said.copy()
    random.shuffle(shuffled)
    one = folded(*said, decisions=decided)
    assert folded(*shuffled, decisions=decided[::-1]) == one


@given(materials(), st.integers(0, 9))
def test_however_the_ledger_was_split_and_merged_it_folds_the_same(
    drawn: tuple[list[Claim], list[Decision]], cut: int
) -> None:
    said, decided = drawn
    whole = a_ledger(said, decisions=decided)
    parts = [a_ledger(said[cut:], decisions=decided[:1]), a_ledger(said[: cut + 1]),
             a_ledger(decisions=decided)]  # fmt: skip
    joined = union(*parts)
    assert joined == union(*parts[::-1])
    assert _fold(joined) == _fold(whole)


def _fold(ledger: object) -> object:
    return fold(material_of(InForce(ledger, standing=True)), as_of=TODAY)  # type: ignore[arg-type]


@settings(max_examples=60)
@given(materials())
def test_a_dossier_holds_until_it_says(drawn: tuple[list[Claim], list[Decision]]) -> None:
    said, decided = drawn
    start = date(2022, 6, 1)
    given_ = material(*said, decisions=decided)
    for subject, before in fold(given_, as_of=start).people.items():
        until = before.stable_until or start + timedelta(days=2000)
        for step in {1, (until - start).days - 1, (until - start).days // 2}:
            day = start + timedelta(days=step)
            if start < day < until:
                later = fold(given_, as_of=day).people[subject]
                assert replace(later, as_of=start) == before


def _decided(given_: Material, data: st.DataObject) -> Material:
    return replace(given_, decisions=tuple(data.draw(decisions([*given_.claims.values()]))))


def _told_anew(given_: Material, data: st.DataObject) -> Material:
    return replace(given_, claims=by_id([*given_.claims.values(), data.draw(claims())]))


def _left_out(given_: Material, data: st.DataObject) -> Material:
    rows = [(one, name) for one, claim in given_.claims.items() for name in claim.fields]
    return replace(given_, left_out=frozenset(row for row in rows if data.draw(st.booleans())))


def _recorded(given_: Material, data: st.DataObject) -> Material:
    when = st.sampled_from(["2020-01-01", "2022-05-31", "2023-07-07"])
    return replace(given_, recorded={one: data.draw(when) for one in given_.claims})


def _published(given_: Material, data: st.DataObject) -> Material:
    when = data.draw(st.sampled_from(["", "2022-01-01", "2022-06-20", "2023-07-07"]))
    return replace(given_, sources={source(): a_source(date=when)})


@pytest.mark.parametrize("change", [_decided, _told_anew, _left_out, _recorded, _published])
@settings(max_examples=150)
@given(materials(), st.integers(0, 500), st.data())
def test_dossiers_with_the_same_behind_them_are_the_same(
    change: Callable[[Material, st.DataObject], Material],
    drawn: tuple[list[Claim], list[Decision]],
    days_later: int,
    data: st.DataObject,
) -> None:
    said, decided = drawn
    given_, start = material(*said, decisions=decided), date(2022, 6, 1)
    before = fold(given_, as_of=start).people
    for changed, later in ((change(given_, data), 0), (given_, days_later)):
        after = fold(changed, as_of=start + timedelta(days=later)).people
        for subject in before.keys() & after.keys():
            if before[subject].behind == after[subject].behind:
                assert replace(after[subject], as_of=start) == before[subject]


@given(claims())
def test_what_is_said_of_one_person_changes_no_other(claim: Claim) -> None:
    arrest = a_claim(subject=VERA, date="2022-08-30")
    alone = folded(arrest).people[VERA]
    assert folded(arrest, claim).people[VERA] == alone


def test_two_people_an_editor_called_the_same_have_one_dossier() -> None:
    mine, other = a_claim(date="2022"), a_claim(subject=BORIS, date="2023")
    both = folded(mine, other, decisions=[a_decision(Verb.SAME, ALENA, BORIS)])
    assert list(both.people) == [ALENA]
    assert both.people[ALENA].joined == (ALENA, BORIS)


def test_not_the_same_wins_over_the_same() -> None:
    apart = [a_decision(Verb.SAME, ALENA, BORIS), a_decision(Verb.NOT_SAME, BORIS, ALENA)]
    both = folded(a_claim(), a_claim(subject=BORIS), decisions=apart)
    assert list(both.people) == sorted([ALENA, BORIS])
    assert both.problems == ()


def test_a_chain_that_contradicts_joins_nobody_and_is_reported() -> None:
    chain = [
        a_decision(Verb.SAME, ALENA, BORIS),
        a_decision(Verb.SAME, BORIS, VERA),
        a_decision(Verb.NOT_SAME, ALENA, VERA),
    ]
    said = [a_claim(subject=one) for one in (ALENA, BORIS, VERA)]
    result = folded(*said, decisions=chain)
    assert list(result.people) == sorted([ALENA, BORIS, VERA])
    assert [problem.code for problem in result.problems] == ["fold.sameness-contradicts"]


def test_on_an_earlier_day_the_later_had_not_happened() -> None:
    said = [
        a_claim(case=case(), date="2022-10-30"),
        a_claim("ruling", case=case(), date="2023-10", term="6y"),
    ]
    early = dossier(*said, as_of=date(2022, 11, 20))
    assert [entry.kind for entry in early.entries] == ["arrest"]
    assert early.status.code == "detained"
    assert dossier(*said).status.code == "serving"


def test_an_undated_event_counts_from_the_day_its_source_spoke() -> None:
    said = a_claim("custody", kind_="pretrial")  # the paper is of September 2022
    assert folded(said, as_of=date(2022, 8, 1)).people[ALENA].entries == ()
    assert len(folded(said, as_of=date(2022, 9, 1)).people[ALENA].entries) == 1


def test_an_earlier_state_of_knowledge_can_be_shown() -> None:
    old = a_ledger([a_claim(case=case(), date="2023")], at="2022-01-01T00:00:00Z")
    new = a_ledger([a_claim(case=case(), date="2022-10-30")], at="2022-03-01T00:00:00Z")
    in_force = InForce(old | new, standing=True)
    assert len(material_of(in_force, known_at="2022-02-01T00:00:00Z").claims) == 1
    assert len(material_of(in_force).claims) == 2


def test_only_what_was_accepted_is_folded() -> None:
    claim, other = a_claim(section="a"), a_claim(section="b")
    ledger = a_ledger([claim, other], decisions=[a_decision(Verb.ACCEPT, claim.id())])
    assert list(material_of(InForce(ledger)).claims) == [claim.id()]


def test_a_case_has_its_own_facts_and_its_people() -> None:
    result = folded(
        a_claim("name", subject=case(), text={"text": "The square"}),
        a_claim("membership", case=case()),
        a_claim("membership", subject=BORIS, case=case("gate")),
    )
    assert result.cases[case()].people == (ALENA,)
    assert [entry.kind for entry in result.cases[case()].entries] == ["name"]
    assert result.cases[case("gate")].people == (BORIS,)


def test_nothing_folds_to_nothing() -> None:
    assert fold(Material({}), as_of=TODAY) == folded()
