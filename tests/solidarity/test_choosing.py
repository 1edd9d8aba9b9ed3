"""Whom a pack is for: the same choice from the same people, whatever their order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.solidarity.choosing import (
    Candidate,
    Choosing,
    NoSuchChoice,
    Way,
    choose,
    read_choosing,
)
from khronika.values.date import PartialDate

ANNA = Candidate("anna", "Анна", PartialDate.parse("1990-12-03"), date(2026, 5, 1))
BORIS = Candidate("boris", "Борис", PartialDate.parse("1991"), None)
VERA = Candidate("vera", "Вера", PartialDate.parse("1985-12"), date(2026, 1, 1))
ALL = (VERA, BORIS, ANNA)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("", Choosing()),
        ("all", Choosing(Way.ALL)),
        ("longest", Choosing(Way.LONGEST)),
        ("birthday:12", Choosing(Way.BIRTHDAY, month=12)),
        ("random:spring night", Choosing(Way.RANDOM, seed="spring night")),
        ("anna, vera", Choosing(Way.NAMED, named=frozenset({"anna", "vera"}))),
    ],
)
def test_a_way_is_read_as_it_is_written(said: str, read: Choosing) -> None:
    assert read_choosing(said) == read


@pytest.mark.parametrize("said", ["random", "random:", "birthday", "birthday:13", "dice:7"])
def test_what_is_no_way_is_refused_with_the_ways(said: str) -> None:
    with pytest.raises(NoSuchChoice, match="birthday:12"):
        read_choosing(said)


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("all", ("anna", "boris", "vera")),
        ("vera,anna,nobody", ("anna", "vera")),
        ("birthday:12", ("anna", "vera")),  # a year alone is no month
        ("longest", ("boris", "vera", "anna")),
    ],
)
def test_each_way_chooses_in_its_order(said: str, keys: tuple[str, ...]) -> None:
    assert choose(ALL, read_choosing(said), letters_known=True).keys == keys


def test_without_a_record_of_letters_nobody_is_said_to_have_waited_longest() -> None:
    chosen = choose(ALL, read_choosing("longest"))
    assert chosen.keys == ("anna", "boris", "vera")
    assert [one.code for one in chosen.notes] == ["pack.letters-unknown"]


def test_too_few_people_are_told() -> None:
    chosen = choose(ALL, Choosing(number=5))
    assert [one.params for one in chosen.notes] == [{"asked": 5, "found": 3}]


@given(st.permutations(ALL), st.text(min_size=1), st.integers(0, 3))
def test_a_draw_depends_on_the_seed_alone(people: list[Candidate], seed: str, number: int) -> None:
    choosing = Choosing(Way.RANDOM, number, seed=seed)
    assert choose(people, choosing) == choose(ALL, choosing)
    assert len(choose(people, choosing).keys) == (number or 3)


def test_another_seed_can_draw_others() -> None:
    drawn = {choose(ALL, Choosing(Way.RANDOM, 1, seed=str(n))).keys for n in range(20)}
    assert len(drawn) == 3
