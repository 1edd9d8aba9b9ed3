"""An entry of one claim, which holds no states of its own, reads like any other."""

from dataclasses import replace

import pytest

from builders import a_claim, case
from folded import dossier
from khronika.dossier.entry import Backed, FieldState, SaidOnce, Standing
from khronika.schema.value import Choice
from khronika.values.date import PartialDate

RULING = a_claim("ruling", case=case(), date="2023-05-02", instance="appeal", term="9y")
NAMES = ["date", "instance", "term"]


def test_the_fields_of_a_lone_claim_are_agreed_and_name_it() -> None:
    (entry,) = dossier(RULING).entries
    assert isinstance(entry.fields, SaidOnce)
    assert list(entry.fields) == NAMES
    assert entry.fields["instance"] == FieldState(
        Standing.AGREED, (Backed(Choice("appeal"), (RULING.id(),)),)
    )
    assert entry.dates == (PartialDate.parse("2023-05-02"),)


@pytest.mark.parametrize("name", [*NAMES, "regime"])
def test_they_read_as_held_states_do(name: str) -> None:
    (lone,) = dossier(RULING).entries
    held = replace(lone, fields=dict(lone.fields))
    assert (name in lone.fields) is (name in held.fields)
    assert lone.fields.get(name) == held.fields.get(name)
    assert lone.value(name) == held.value(name)
    assert lone.values(name) == held.values(name)
    assert set(lone.every_value()) == set(held.every_value())
    assert lone.disputed == held.disputed == {}


def test_they_equal_and_show_themselves_as_held_states_do() -> None:
    (lone,) = dossier(RULING).entries
    held = replace(lone, fields=dict(lone.fields))
    assert lone == held
    assert held == lone
    assert repr(lone) == repr(held)
    assert lone != replace(held, fields={})


def test_a_second_claim_makes_states() -> None:
    again = a_claim("ruling", case=case(), section="b", date="2023-05", instance="appeal")
    (both,) = dossier(RULING, again).entries
    assert both.fields["date"].values[0].claims == tuple(sorted([RULING.id(), again.id()]))
    assert both.disputed == {}
    other = a_claim(
        "ruling", case=case(), section="b", date="2023-05-02", instance="appeal", term="8y"
    )
    (disputed,) = dossier(RULING, other).entries
    assert list(disputed.disputed) == ["term"]
    assert len(list(disputed.every_value())) == 4
