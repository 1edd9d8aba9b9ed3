"""Which claims are one event."""

import pytest

from builders import a_claim, a_decision, case, source
from folded import dossier, entries, shown
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb

SQUARE, GATE = case("square"), case("gate")


def parts(*claims: Claim) -> list[list[str]]:
    """The claims' sections, grouped as the fold groups the claims."""
    by_id = {claim.id(): claim.passage.section for claim in claims}
    return sorted(sorted(by_id[one] for one in entry.claims) for entry in entries(*claims))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # an arrest happens once a case
        (
            [
                a_claim(section="a", case=SQUARE, date="2022"),
                a_claim(section="b", case=SQUARE, date="2023"),
                a_claim(section="c", case=GATE, date="2023"),
            ],
            [["a", "b"], ["c"]],
        ),
        # a claim without a case belongs to the only one
        (
            [a_claim(section="a", case=SQUARE, date="2022"), a_claim(section="b", date="2023")],
            [["a", "b"]],
        ),
        # and with two cases to none
        (
            [
                a_claim(section="a", case=SQUARE, date="2022"),
                a_claim(section="b", case=GATE, date="2023"),
                a_claim(section="c", date="2022"),
            ],
            [["a"], ["b"], ["c"]],
        ),
        # labels come before all else: one label, one event, whatever the values
        (
            [
                a_claim(section="a", case=SQUARE, event="gate", date="2022-01-01"),
                a_claim(section="b", case=GATE, event="gate", date="2023-01-01"),
                a_claim(section="c", case=SQUARE, event="yard", date="2022-01-01"),
            ],
            [["a", "b"], ["c"]],
        ),
        # a ruling without an instance is one of the first
        (
            [
                a_claim("ruling", section="a", case=SQUARE, term="9y"),
                a_claim("ruling", section="b", case=SQUARE, instance="first", term="6y"),
                a_claim("ruling", section="c", case=SQUARE, instance="appeal", term="5y"),
            ],
            [["a", "b"], ["c"]],
        ),
        # many: exact dates group first, a vague date joins the only one it fits
        (
            [
                a_claim("hearing", section="a", date="2022-03-01"),
                a_claim("hearing", section="b", date="2022-04-01"),
                a_claim("hearing", section="c", date="2022-03"),
            ],
            [["a", "c"], ["b"]],
        ),
        # and where several fit it stands alone
        (
            [
                a_claim("hearing", section="a", date="2022-03-01"),
                a_claim("hearing", section="b", date="2022-03-08"),
                a_claim("hearing", section="c", date="2022-03"),
            ],
            [["a"], ["b"], ["c"]],
        ),
        # different kinds of incident are different incidents
        (
            [
                a_claim("incident", section="a", kind_="beating", date="2022-03-01"),
                a_claim("incident", section="b", kind_="isolation", date="2022-03-01"),
            ],
            [["a"], ["b"]],
        ),
        # one charge per article and part; a charge without part refines into the only one
        (
            [
                a_claim("charge", section="a", case=SQUARE, article="RU-UK 205.2/2"),
                a_claim("charge", section="b", case=SQUARE, article="RU-UK 205.2"),
                a_claim("charge", section="c", case=SQUARE, article="RU-UK 280/2"),
            ],
            [["a", "b"], ["c"]],
        ),
        # an age is said by a source
        (
            [
                a_claim("age", section="a", value="18"),
                a_claim("age", section="b", value="19", source=source("other")),
            ],
            [["a"], ["b"]],
        ),
        # an unlabelled claim of a once kind belongs to the only labelled event it fits
        (
            [
                a_claim(section="a", case=SQUARE, event="gate", date="2022-01-01"),
                a_claim(section="b", case=SQUARE, date="2021"),
            ],
            [["a", "b"]],
        ),
    ],
)
def test_which_claims_are_one_event(claims: list[Claim], expected: list[list[str]]) -> None:
    assert parts(*claims) == expected


def test_a_vague_claim_says_which_events_it_may_be() -> None:
    events = entries(
        a_claim("hearing", section="a", date="2022-03-01"),
        a_claim("hearing", section="b", date="2022-03-08"),
        a_claim("hearing", section="c", date="2022-03"),
    )
    vague = next(one for one in events if one.may_be)
    assert vague.may_be == tuple(sorted(one.key for one in events if one is not vague))


def test_a_merge_makes_one_event_and_a_split_two() -> None:
    one = a_claim("hearing", section="a", date="2022-03-01")
    two = a_claim("hearing", section="b", date="2022-03-02")
    merge = a_decision(Verb.MERGE, one.id(), two.id())
    assert len(entries(one, two)) == 2
    (merged,) = entries(one, two, decisions=[merge])
    assert shown(merged, "date") == ["2022-03-01", "2022-03-02"]
    first, second = a_claim(case=SQUARE, date="2022"), a_claim(section="b", case=SQUARE)
    split = a_decision(Verb.SPLIT, first.id(), second.id())
    assert len(entries(first, second)) == 1
    assert len(entries(first, second, decisions=[split])) == 2


def test_merges_reach_through_each_other() -> None:
    one, two, three = (a_claim("hearing", section=f"{n}", date=f"2022-03-0{n}") for n in (1, 2, 3))
    merges = [
        a_decision(Verb.MERGE, one.id(), three.id()),
        a_decision(Verb.MERGE, two.id(), three.id()),
    ]
    assert len(entries(one, two, three, decisions=merges)) == 1


def test_the_key_of_an_entry_stays_when_another_event_is_added() -> None:
    arrest = a_claim(case=SQUARE, date="2022")
    alone = entries(arrest)[0].key
    together = dossier(arrest, a_claim("hearing", date="2022-05-05")).of_kind("arrest")[0].key
    assert alone == together
