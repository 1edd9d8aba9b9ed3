from dataclasses import replace

import pytest

from builders import a_claim, a_decision, a_source, case, person, source
from clearing import ALREADY_PUBLIC, an_address, code, consented, in_arrest, on_list, restricted
from khronika.schema.claim import Claim, Speaker
from khronika.schema.decision import Verb
from khronika.schema.visibility import Use

WORDS = a_claim("quotation", text="I am here", date="2023-05-01")


def an_order(kind: str = "house-arrest", **fields: object) -> Claim:
    return a_claim("custody", kind_=kind, **fields)


@pytest.mark.parametrize("kind", ["house-arrest", "ban-on-actions", "bail"])
@pytest.mark.parametrize("words", ["quotation", "own-words"])
def test_words_from_under_an_order_stay(kind: str, words: str) -> None:
    said = a_claim(words, text="I am here", date="2023-05-01")
    assert code(said, in_arrest(), an_order(kind, start="2023-01-01")) == "gag"
    assert code(said, in_arrest(), an_order("pretrial", start="2023-01-01")) == ""


ORDERS = [
    ({"start": "2023-05-01"}, "gag"),
    ({"start": "2023-05-02"}, ""),  # said before it began
    ({"start": "2023"}, "gag"),  # may have begun before
    ({}, "gag"),  # nobody knows when it began
    ({"start": "2023-01-01", "end": "2024-05-31"}, ""),
    ({"start": "2023-01-01", "end": "2024-06-01"}, "gag"),
    ({"start": "2023-01-01", "end": "2024"}, "gag"),  # may stand
]


@pytest.mark.parametrize(("order", "expected"), ORDERS)
def test_an_order_silences_from_its_start_and_while_it_stands(
    order: dict[str, object], expected: str
) -> None:
    assert code(WORDS, in_arrest(), an_order(**order)) == expected


def test_an_order_only_the_team_knows_of_silences_too() -> None:
    order = an_order(start="2023-01-01")
    assert code(WORDS, in_arrest(), order, levels=restricted(order)) == "gag"


ENDERS = [
    (a_claim("custody", kind_="pretrial", start="2023-08-01"), ""),
    (a_claim("custody", kind_="bail", start="2023-08-01"), "gag"),  # another order
    (a_claim("custody", kind_="pretrial", start="2023"), "gag"),  # may have come before
    (a_claim("custody", kind_="pretrial"), "gag"),
    (a_claim("custody", kind_="pretrial", start="2023-08-01", case=case()), "gag"),
    (a_claim("release", date="2024-05-30"), ""),
    (a_claim("release", date="2024-06-01"), ""),
    (a_claim("release", date="2024-06-02"), "gag"),  # still to come
    (a_claim("ruling", in_force="2024-05-01"), ""),
    (a_claim("ruling", date="2024-05-01"), "gag"),  # not known to be in force
]


@pytest.mark.parametrize(("fact", "expected"), ENDERS)
def test_a_later_public_fact_of_the_case_ends_an_order(fact: Claim, expected: str) -> None:
    order = an_order(start="2023-01-01")
    assert code(WORDS, in_arrest(), order, fact) == expected
    assert code(WORDS, in_arrest(), order, fact, levels=restricted(fact)) == "gag"


def test_nothing_but_its_own_end_ends_an_order_without_a_start() -> None:
    assert code(WORDS, in_arrest(), an_order(), a_claim("release", date="2024-05-01")) == "gag"


def test_undated_words_were_said_before_the_source_appeared() -> None:
    words = a_claim("quotation", text="I am here")
    order = an_order(start="2023-01-01")
    assert code(words, in_arrest(), order, sources=[a_source(date="2022-12-01")]) == ""
    assert code(words, in_arrest(), order, sources=[a_source(date="")]) == "gag"


def test_the_prisoner_s_words_behind_another_fact_count_by_their_source() -> None:
    told = a_claim("arrest", date="2022-03-01", speaker=Speaker.PRISONER, quote="they came at six")
    order = an_order(start="2022-06-01")
    assert code(told, order, sources=[a_source(date="2022-09-01")]) == "gag"
    assert code(replace(told, speaker=Speaker.LAWYER), order) == ""
    assert code(replace(told, passage=replace(told.passage, quote="")), order) == ""


def test_undated_words_of_a_source_nobody_described_may_be_of_yesterday() -> None:
    words = a_claim("quotation", text="I am here", source=source("lost"))
    bail = an_order("bail", start="2023-01-01")
    given = {"use": Use.UN, "sources": [a_source()]}
    assert code(words, in_arrest(), bail, **given) == "gag"


def test_what_counsel_agreed_to_does_not_hold_where_consent_is_in_doubt() -> None:
    doubt = a_decision(Verb.CONSENT, person(), state="unknown")
    given = {"decisions": [*consented(given_by="counsel"), doubt], "policy": ALREADY_PUBLIC}
    assert code(WORDS, in_arrest(), **given) == ""
    assert code(WORDS, in_arrest(), an_order(start="2023-01-01"), **given) == "gag"


def test_no_letter_address_leaves_under_an_order() -> None:
    assert code(an_address(), in_arrest(), an_order(start="2023-01-01")) == "gag"


AGREEMENTS = [
    ({"given_by": "counsel"}, ""),
    ({"given_by": "lawyer"}, ""),
    ({"given_by": "relative"}, "gag"),
    ({"given_by": "counsel", "from_": "2023-01-02"}, ""),
    ({"given_by": "counsel", "from_": "2023-01-01"}, "gag"),  # perhaps before the order
]


@pytest.mark.parametrize(("details", "expected"), AGREEMENTS)
def test_counsel_may_agree_after_the_order_began(details: dict[str, str], expected: str) -> None:
    decided = consented(**details)
    order = an_order(start="2023-01-01")
    assert code(WORDS, in_arrest(), order, decisions=decided) == expected


def test_any_of_several_agreements_by_counsel_counts() -> None:
    early = consented(given_by="counsel", at="2022-11-01T00:00:00Z")
    late = a_decision(
        Verb.CONSENT, person(), state="given", given_by="counsel", at="2024-05-01T00:00:00Z"
    )
    order = an_order(start="2023-01-01")
    assert code(WORDS, in_arrest(), order, decisions=[*early, late]) == ""


def test_what_counsel_agreed_to_lapses_with_the_consent() -> None:
    lapsed = a_decision(
        Verb.CONSENT, person(), state="given", given_by="counsel", until="2024-01-01"
    )
    order = an_order(start="2022-01-01")
    assert code(WORDS, in_arrest(), order, decisions=[*on_list(), lapsed]) == "gag"
