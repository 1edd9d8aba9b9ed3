import pytest

from khronika.casebook.environment import environment


def test_a_variable_set_outside_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHRONIKA_SEEN", "yes")
    assert environment()["KHRONIKA_SEEN"] == "yes"
