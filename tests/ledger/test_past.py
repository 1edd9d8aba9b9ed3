from builders import a_claim, a_decision, a_ledger, person
from khronika.ledger.past import as_known
from khronika.schema.decision import Verb

EARLY, LATE, BETWEEN = "2022-10-01T00:00:00Z", "2022-11-01T00:00:00Z", "2022-10-15T00:00:00Z"


def test_what_was_recorded_later_was_not_known_then() -> None:
    old, new = a_claim(date="2022"), a_claim(date="2023")
    ledger = a_ledger([old], at=EARLY) | a_ledger([new], at=LATE)
    assert as_known(ledger, BETWEEN).claims.keys() == {old.id()}
    assert as_known(ledger, LATE) == ledger


def test_what_was_accepted_later_was_not_accepted_then() -> None:
    claim = a_claim(date="2022")
    early, late = (a_decision(Verb.ACCEPT, claim.id(), at=at) for at in (EARLY, LATE))
    ledger = a_ledger([claim], decisions=[early, late], at=EARLY)
    assert as_known(ledger, BETWEEN).decisions == {early.id(): early}


def test_what_protects_a_person_today_protects_every_past_state() -> None:
    claim = a_claim(date="2022")
    protecting = [
        a_decision(Verb.RESTRICT, claim.id(), level="team", at=LATE),
        a_decision(Verb.REJECT, claim.id(), at=LATE),
        a_decision(Verb.CONSENT, person(), state="withdrawn", at=LATE),
        a_decision(Verb.STANCE, person(), value="do-not-list", at=LATE),
    ]
    ledger = a_ledger([claim], decisions=protecting, at=EARLY)
    assert as_known(ledger, EARLY).decisions == ledger.decisions
