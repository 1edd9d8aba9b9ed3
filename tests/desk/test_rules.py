"""The access matrix: every address, every role, every method, from the table of addresses."""

from collections.abc import Callable

import pytest
from django.test import Client

from desking_addresses import ADDRESSES, address_of, patterns
from khronika.desk.rules import RULES, Role

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")


def test_every_address_has_a_name_and_a_rule() -> None:
    assert len(ADDRESSES) == len(list(patterns()))
    assert set(ADDRESSES) == set(RULES)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_the_rules_hold_for_every_method(
    name: str, role: Role, enter: Callable[[Role], Client]
) -> None:
    rule, address = RULES[name], address_of(ADDRESSES[name])
    for method in METHODS:
        if name in {"sign-out", "second-step"} and method == "POST":
            continue  # these end the session the other methods are asked with
        answer = enter(role).generic(method, address)
        if rule.allows(role, method):
            assert answer.status_code not in {401, 403, 405, 500}, (method, answer.status_code)
        elif not rule.allows(role, "GET") and not rule.allows(role, "POST"):
            assert answer.status_code == 404, method
        elif method not in rule.methods:
            assert answer.status_code == 405, method
        else:
            assert answer.status_code == 403, method


def test_an_address_without_a_rule_answers_nobody(
    alena: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert alena.get("/people").status_code == 200
    monkeypatch.setattr("khronika.desk.access.RULES", {})
    assert alena.get("/people").status_code == 404
