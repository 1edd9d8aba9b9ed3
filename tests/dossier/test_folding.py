"""What the claims of one event say together."""

import pytest

from builders import a_claim, a_decision, case
from folded import disputed, dossier, folded, material, shown
from khronika.dossier.entry import Standing
from khronika.dossier.fold import fold
from khronika.schema.claim import Certainty, Claim
from khronika.schema.decision import Verb
from khronika.values.date import PartialDate

SQUARE = case()
NINE = a_claim("ruling", case=SQUARE, section="a", term="9y")
SIX = a_claim("ruling", case=SQUARE, section="b", term="6y")
SEVEN = a_claim("ruling", case=SQUARE, section="c", term="7y")


def test_two_terms_for_one_ruling_are_disputed_and_both_named() -> None:
    (ruling,) = dossier(NINE, SIX).entries
    assert ruling.fields["term"].standing is Standing.DISPUTED
    assert {(b.claims, str(b.value)) for b in ruling.fields["term"].values} == {
        ((NINE.id(),), "9y"),
        ((SIX.id(),), "6y"),
    }
    assert ruling.value("term") is None


def test_an_appeal_is_an_event_of_its_own_and_no_dispute() -> None:
    appeal = a_claim("ruling", case=SQUARE, instance="appeal", term="7y10m")
    assert disputed(dossier(NINE, appeal)) == []


@pytest.mark.parametrize(
    ("dates", "standing", "values"),
    [
        (["2022", "2022-08-30"], Standing.AGREED, ["2022-08-30"]),
        (["2023-07", "2023-06-29"], Standing.DISPUTED, ["2023-06-29", "2023-07"]),
        (["2023", "2022-10-30"], Standing.DISPUTED, ["2022-10-30", "2023"]),
        (["2022~", "2023-02-01"], Standing.AGREED, ["2023-02-01"]),
        (["2022", "2022-08", "2022-08-30"], Standing.AGREED, ["2022-08-30"]),
        (["2022", "2022-08", "2022-09"], Standing.DISPUTED, ["2022-08", "2022-09"]),
        (["2022-06/2022-07", "2022-07/2022-08"], Standing.AGREED, ["2022-06/2022-07"]),
    ],
)
def test_dates_refine_or_dispute(dates: list[str], standing: Standing, values: list[str]) -> None:
    claims = [a_claim(case=SQUARE, section=date, date=date) for date in dates]
    (arrest,) = dossier(*claims).entries
    assert arrest.fields["date"].standing is standing
    assert shown(arrest, "date") == values


def test_a_vaguer_claim_backs_the_exact_value() -> None:
    year, day = a_claim(case=SQUARE, date="2022"), a_claim(case=SQUARE, date="2022-08-30")
    (arrest,) = dossier(year, day).entries
    assert arrest.fields["date"].values[0].claims == tuple(sorted([year.id(), day.id()]))


def test_an_absent_field_agrees_with_everything() -> None:
    (ruling,) = dossier(NINE, a_claim("ruling", case=SQUARE, regime="strict")).entries
    assert (shown(ruling, "term"), shown(ruling, "regime")) == (["9y"], ["strict"])


def test_free_text_never_clashes_and_lists_add_up() -> None:
    one = a_claim("ruling", case=SQUARE, court={"text": "court A"}, articles=["RU-UK 205.2/2"])
    two = a_claim("ruling", case=SQUARE, court={"text": "court B"}, articles=["RU-UK 280/2"])
    (ruling,) = dossier(one, two).entries
    assert shown(ruling, "court") == ["court A", "court B"]
    assert shown(ruling, "articles") == ["RU-UK 205.2/2, RU-UK 280/2"]
    assert not dossier(one, two).disputes


def test_a_denied_claim_lends_no_value_and_is_kept() -> None:
    denial = a_claim("ruling", case=SQUARE, certainty=Certainty.DENIED, term="1y")
    (ruling,) = dossier(NINE, denial).entries
    assert shown(ruling, "term") == ["9y"]
    assert ruling.denied_by == (denial.id(),)


def test_an_event_only_alleged_stays_alleged() -> None:
    alleged = a_claim(case=SQUARE, certainty=Certainty.ALLEGED, date="2022")
    assert dossier(alleged).entries[0].certainty is Certainty.ALLEGED
    assert dossier(alleged, a_claim(case=SQUARE)).entries[0].certainty is Certainty.STATED


def test_a_preference_settles_and_keeps_what_it_put_aside() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    one = dossier(NINE, SIX, decisions=[prefer])
    state = one.entries[0].fields["term"]
    assert (state.standing, disputed(one)) == (Standing.SETTLED, [])
    assert [b.claims for b in state.aside] == [(NINE.id(),)]
    assert one.entries[0].settled_by == (prefer.id(),)


def test_a_new_value_reopens_the_dispute() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    reopened = dossier(NINE, SIX, SEVEN, decisions=[prefer])
    assert disputed(reopened) == [("ruling", "term", ["6y", "7y", "9y"])]


def test_a_new_claim_that_repeats_a_named_value_reopens_nothing() -> None:
    prefer = a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()])
    again = a_claim("ruling", case=SQUARE, section="d", term="9y")
    assert disputed(dossier(NINE, SIX, again, decisions=[prefer])) == []


def test_preferences_that_clash_cancel_and_are_reported() -> None:
    both = [
        a_decision(Verb.PREFER, SIX.id(), over=[NINE.id()]),
        a_decision(Verb.PREFER, NINE.id(), over=[SIX.id()]),
    ]
    result = folded(NINE, SIX, decisions=both)
    assert [problem.code for problem in result.problems] == ["fold.preferences-clash"]
    assert disputed(dossier(NINE, SIX, decisions=both)) == [("ruling", "term", ["6y", "9y"])]


def test_a_field_left_out_prints_no_value_at_all() -> None:
    left = material(NINE)
    left = type(left)(left.claims, left.decisions, left.sources, frozenset({(NINE.id(), "term")}))
    (ruling,) = fold(left, as_of=dossier(NINE).as_of).people[NINE.subject].entries
    assert ruling.fields["term"].standing is Standing.WITHHELD
    assert (ruling.value("term"), ruling.values("term")) == (None, ())


def test_names_stand_beside_each_other() -> None:
    one = dossier(a_claim("name", text={"text": "Alena"}), a_claim("name", text={"text": "Alyona"}))
    assert (len(one.entries), one.disputes) == (2, ())


@pytest.mark.parametrize(
    ("first", "then", "breached"),
    [
        (a_claim(case=SQUARE, date="2022"), a_claim("release", case=SQUARE, date="2021"), True),
        (a_claim(case=SQUARE, date="2022"), a_claim("release", case=SQUARE, date="2022"), False),
        (a_claim(case=SQUARE, date="2022"), a_claim("release", case=case("b"), date="2021"), False),
        (a_claim("birth", date="1990"), a_claim("death", date="1989"), True),
    ],
)
def test_what_cannot_be_in_this_order_is_disputed(
    first: Claim, then: Claim, breached: bool
) -> None:
    rules = [d.rule.code for d in dossier(first, then).disputes if d.rule]
    assert rules == ["fold.out-of-order"] * breached


def test_a_dropped_case_may_end_before_its_verdict() -> None:
    ruling = a_claim("ruling", case=SQUARE, date="2023")
    dropped = a_claim("release", case=SQUARE, date="2022", kind_="dropped")
    assert not dossier(ruling, dropped).disputes


def test_an_acquittal_with_a_term_is_disputed() -> None:
    (dispute,) = dossier(
        a_claim("ruling", case=SQUARE, outcome="acquitted"),
        a_claim("ruling", case=SQUARE, section="b", term="9y"),
    ).disputes
    assert (dispute.field, dispute.rule and dispute.rule.code) == ("term", "fold.excluded")


def test_entries_know_when_they_happened() -> None:
    (arrest,) = dossier(a_claim(case=SQUARE, date="2022")).entries
    assert arrest.dates == (PartialDate.parse("2022"),)
    assert dossier(a_claim("membership", case=SQUARE)).entries[0].dates == ()


def test_every_merge_counts_whatever_others_name_the_same_claims() -> None:
    hearings = [a_claim("hearing", section=one, date=f"202{at}") for at, one in enumerate("abcd")]
    one, two, three, four = (claim.id() for claim in hearings)
    merges = [a_decision(Verb.MERGE, *pair) for pair in ((one, two), (one, three), (two, four))]
    for decided in (merges, merges[::-1]):
        (entry,) = dossier(*hearings, decisions=decided).entries
        assert entry.claims == tuple(sorted([one, two, three, four]))
