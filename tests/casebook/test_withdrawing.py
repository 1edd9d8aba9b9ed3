"""Taking a person out of everything that is published."""

from collections.abc import Callable

import pytest

from builders import person
from khronika.casebook.casebook import Casebook
from khronika.casebook.exporting import public_part
from khronika.casebook.importing import import_paths
from khronika.casebook.verifying import verify
from khronika.casebook.withdrawing import UnknownPerson, unpublish
from khronika.ledger.ledger import Recorded
from khronika.schema.decision import ConsentState, Verb

RECORDED = Recorded("2026-11-23T10:00:00Z", "editors")
ALENA = person("belova-alena")


@pytest.mark.parametrize("truth", ["yaml", "ledger"])
def test_nothing_of_the_person_is_public_any_more(
    casebook: Casebook, make: Callable[..., Casebook], truth: str
) -> None:
    target = make("target", truth)
    import_paths(target, [casebook.settings.folder])
    done = unpublish(target, ALENA, recorded=RECORDED)
    in_force = target.in_force()
    (consent,) = in_force.about(Verb.CONSENT, ALENA)
    assert (done.restricted, done.decisions) == (3, 2)
    assert consent.details == {"use": "public", "state": ConsentState.WITHDRAWN.value}
    assert public_part(in_force).claims == {}
    assert verify(target) == ()


def test_unpublishing_again_writes_nothing(casebook: Casebook) -> None:
    first = unpublish(casebook, ALENA, recorded=RECORDED)
    again = unpublish(casebook, ALENA, recorded=RECORDED)
    assert first.file == "claims/belova-alena.unpublished.20261123100000.yaml"
    assert (again.decisions, again.file) == (0, "")


def test_whoever_the_person_turned_out_to_be_goes_too(casebook: Casebook) -> None:
    path = casebook.settings.folder / "claims" / "belova.yaml"
    row = "  - {same: [belova-alena, vetrova-vera], by: editors, at: 2026-11-22}\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    done = unpublish(casebook, ALENA, recorded=RECORDED)
    assert done.people == (ALENA, person("vetrova-vera"))


def test_a_person_nobody_knows_is_refused(casebook: Casebook) -> None:
    with pytest.raises(UnknownPerson):
        unpublish(casebook, person("nobody"), recorded=RECORDED)


def test_a_dry_run_writes_nothing(casebook: Casebook) -> None:
    assert unpublish(casebook, ALENA, recorded=RECORDED, dry_run=True).decisions == 2
    assert not casebook.in_force().of(Verb.CONSENT)
