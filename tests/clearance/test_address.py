import pytest

from builders import a_claim, a_ledger, case
from clearing import an_address, at_facility, cleared_of, code, consented, in_arrest, restricted
from khronika.clearance.address import is_address
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim
from khronika.schema.subject import SubjectId

COLONY = a_claim("custody", kind_="colony-general", start="2023-01-01")
PRE_TRIAL = a_claim("custody", kind_="pretrial", start="2023-01-01")


def test_an_address_is_one_by_its_kind_or_by_its_words() -> None:
    assert is_address(an_address())
    assert is_address(a_claim("support", kind_="group", address="1 Any Street"))
    assert not is_address(a_claim("support", kind_="fund", contact="fund@example.org"))


def test_an_institution_s_fresh_and_confirmed_address_leaves() -> None:
    assert code(an_address(), in_arrest()) == ""


@pytest.mark.parametrize("facility", [None, {"text": "at his mother's"}])
def test_a_home_never_leaves(facility: object) -> None:
    fields = {"facility": facility} if facility else {"address": "1 Any Street"}
    claim = a_claim(
        "support", kind_="address", checked="2024-05-20", checked_by="relative", **fields
    )
    assert code(claim, in_arrest()) == "address-not-institution"


@pytest.mark.parametrize("known", [{"checked": "2024-05-20"}, {"checked_by": "relative"}])
def test_an_address_says_when_it_was_confirmed_and_by_whom(known: dict[str, str]) -> None:
    claim = at_facility(a_claim("support", kind_="address", **known), facility="sizo-2")
    assert code(claim, in_arrest()) == "address-unconfirmed"


CHECKS = [
    ("2024-04-02", PRE_TRIAL, ""),  # 60 days
    ("2024-04-01", PRE_TRIAL, "address-stale"),
    ("2024-04", PRE_TRIAL, "address-stale"),  # some day of April: it may be the first
    ("2024-06-02", PRE_TRIAL, "address-stale"),  # a slip: nobody can have checked tomorrow
    ("2023-12-04", COLONY, ""),  # 180 days
    ("2023-12-03", COLONY, "address-stale"),
    ("2024-04-01", in_arrest(), "address-stale"),  # nobody knows where: the shorter time
    ("2024-04-01", a_claim("custody", kind_="colony-general"), "address-stale"),
    ("2024-04-01", a_claim("custody", kind_="colony-general", start="2025"), "address-stale"),
    ("2024-04-01", a_claim("custody", start="2023"), "address-stale"),
    ("2024-04-01", a_claim("custody", kind_="prison", start="2024-06-01"), "address-overtaken"),
]


@pytest.mark.parametrize(("checked", "held", "expected"), CHECKS)
def test_an_address_is_fresh_for_60_days_before_trial_and_180_in_a_colony(
    checked: str, held: Claim, expected: str
) -> None:
    assert code(an_address(checked=checked), in_arrest(), held) == expected


def test_the_longer_time_needs_a_public_fact() -> None:
    address = an_address(checked="2024-03-01")
    assert code(address, in_arrest(), COLONY) == ""
    assert code(address, in_arrest(), COLONY, levels=restricted(COLONY)) == "address-stale"


def test_where_the_person_came_last_counts() -> None:
    address = an_address(checked="2024-03-01")
    later = a_claim("custody", kind_="colony-general", start="2024-01-01")
    assert code(address, in_arrest(), PRE_TRIAL, later) == ""
    at_once = a_claim("custody", kind_="pretrial", start="2024-01-01")
    assert code(address, in_arrest(), at_once, later) == "address-stale"


MOVES = [
    (a_claim("transfer", date="2024-05-21"), "address-overtaken"),
    (a_claim("transfer", date="2024-05-20"), "address-overtaken"),  # the same day
    (a_claim("transfer", date="2024-05"), "address-overtaken"),  # may have come later
    (a_claim("transfer", date="2024-05-19"), ""),
    (a_claim("transfer", date="2024-06-01"), "address-overtaken"),
    (a_claim("transfer", date="2024-06-02"), ""),  # still to come
    (a_claim("transfer", date="2024-05-21", to={"text": "SIZO-2"}), "address-overtaken"),
    (at_facility(a_claim("transfer", date="2024-05-21"), to="sizo-2"), ""),  # led there
    (at_facility(a_claim("transfer", date="2024-05-21"), to="ik-7"), "address-overtaken"),
    (a_claim("custody", kind_="pretrial", start="2024-05-25"), "address-overtaken"),
    (at_facility(a_claim("custody", start="2024-05-25"), facility="sizo-2"), ""),
    (a_claim("custody", kind_="pretrial"), ""),  # undated: often an old one
    (a_claim("release", date="2024-05-25"), "address-overtaken"),
    (a_claim("death", date="2024-05-25"), "address-overtaken"),
    (a_claim("ruling", in_force="2024-05-25"), "address-overtaken"),
    (a_claim("ruling", in_force="2024-07-01"), ""),  # not in force yet
    (a_claim("ruling", instance="first", date="2024-05-25"), ""),
    (a_claim("ruling", instance="appeal", date="2024-05-25"), "address-overtaken"),
    (a_claim("ruling", instance="appeal"), ""),
]


@pytest.mark.parametrize(("move", "expected"), MOVES)
def test_an_address_lapses_with_whatever_may_have_moved_the_person_since(
    move: Claim, expected: str
) -> None:
    assert code(an_address(), in_arrest(), move) == expected
    if expected:
        assert code(an_address(), in_arrest(), move, levels=restricted(move)) == expected


def test_an_undated_move_was_at_the_latest_on_the_day_it_was_recorded() -> None:
    move = a_claim("transfer")
    assert code(an_address(), in_arrest(), move, at="2024-05-19T00:00:00Z") == ""
    assert code(an_address(), in_arrest(), move, at="2024-05-20T00:00:00Z") == "address-overtaken"
    spell = a_claim("custody", kind_="pretrial")  # written down now, and often long over
    assert code(an_address(), in_arrest(), spell, at="2024-05-20T00:00:00Z") == ""


def test_a_move_nobody_knows_the_day_of_may_be_the_last_thing_that_happened() -> None:
    ledger = a_ledger([an_address(), in_arrest(), a_claim("transfer")], decisions=consented())
    bare = Ledger(
        sources=ledger.sources,
        claims=ledger.claims,
        decisions=ledger.decisions,
        visibility=ledger.visibility,
    )
    assert [one.code for one in cleared_of(bare).refused] == ["address-overtaken"]


def test_an_institution_s_own_address_stays_fresh_for_180_days() -> None:
    prison = SubjectId("examples/facility/sizo-2")
    words = {"kind_": "address", "address": "1 Prison Road", "checked_by": "prison"}
    assert code(a_claim("support", subject=prison, checked="2024-01-01", **words)) == ""
    stale = a_claim("support", subject=prison, checked="2023-11-01", **words)
    assert code(stale) == "address-stale"


def test_a_case_has_no_address_but_an_institution_s() -> None:
    home = a_claim("support", subject=case(), kind_="address", address="1 Any Street")
    assert code(home) == "address-not-institution"
