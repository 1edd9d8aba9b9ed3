"""Making the store the truth, once."""

import pytest

from khronika.casebook.adopting import NotAdopted, adopt
from khronika.casebook.casebook import Casebook
from khronika.casebook.verifying import verify
from khronika.ledger.ledger import Recorded
from khronika.schema.decision import Verb

RECORDED = Recorded("2026-11-23T10:00:00Z", "editors")


def test_everything_that_stood_is_accepted_in_the_ledger(casebook: Casebook) -> None:
    before = casebook.in_force()
    done = adopt(casebook, recorded=RECORDED)
    casebook.close()
    after = Casebook.open(casebook.settings.folder, {})
    in_force = after.in_force()
    assert (done.claims, done.accepted) == (4, 4)
    assert (in_force.accepted, in_force.standing) == (before.accepted, False)
    assert len(in_force.of(Verb.ACCEPT)) == 4
    assert verify(after) == ()
    after.close()


def test_the_files_are_no_longer_read(casebook: Casebook) -> None:
    adopt(casebook, recorded=RECORDED)
    (casebook.settings.folder / "claims" / "bad.yaml").write_text("a: [", encoding="utf-8")
    after = Casebook.open(casebook.settings.folder, {})
    assert (after.problems, len(after.ledger().claims)) == ((), 4)
    with pytest.raises(NotAdopted, match="already"):
        adopt(after, recorded=RECORDED)
    after.close()


def test_nothing_is_adopted_while_anything_is_wrong(casebook: Casebook) -> None:
    (casebook.settings.folder / "claims" / "bad.yaml").write_text("a: [", encoding="utf-8")
    before = (casebook.settings.folder / "casebook.toml").read_bytes()
    with pytest.raises(NotAdopted, match=r"bad\.yaml"):
        adopt(casebook, recorded=RECORDED)
    assert (casebook.settings.folder / "casebook.toml").read_bytes() == before
    assert not casebook.in_force().of(Verb.ACCEPT)


def test_an_adoption_that_was_stopped_begins_again(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("khronika.casebook.adopting.write_text", stopped)
        with pytest.raises(KeyboardInterrupt):
            adopt(casebook, recorded=RECORDED)
    casebook.close()
    again = Casebook.open(casebook.settings.folder, {})
    assert not again.in_force().of(Verb.ACCEPT)
    assert adopt(again, recorded=RECORDED).accepted == 4
    again.close()
