"""Texts that are here already, word for word or nearly."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.review.near import RUN, Near, likeness, near, sketch


def a_text(words: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - the same text every time
    return [f"word{chance.randrange(5_000)}" for _ in range(words)]


def exactly(one: str, other: str) -> float:
    """The share of runs in common, counted."""

    def runs(text: str) -> set[str]:
        words = re.findall(r"\w+", text.casefold())
        return {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}

    return len(runs(one) & runs(other)) / len(runs(one) | runs(other))


def test_the_same_words_in_other_dress_are_the_same() -> None:
    text = "Alena Belova was arrested on 5 May, as neighbours say; she was held."
    assert likeness(sketch(text), sketch(text.upper().replace(" ", "\n").replace(";", " -"))) == 1


@pytest.mark.parametrize("changed", [0.0, 0.02, 0.05, 0.1, 0.3])
def test_the_likeness_of_sketches_is_that_of_the_texts(changed: float) -> None:
    words = a_text(3_000, seed=7)
    chance = random.Random(8)  # noqa: S311 - the same changes every time
    other = [f"new{at}" if chance.random() < changed else one for at, one in enumerate(words)]
    one, two = " ".join(words), " ".join(other)
    assert likeness(sketch(one), sketch(two)) == pytest.approx(exactly(one, two), abs=0.1)


def test_a_reprint_is_found_and_another_report_is_not() -> None:
    words = a_text(800, seed=1)
    reprint = " ".join(["Reprinted:", *words[:790], "and", "more"])
    known = {"first": sketch(" ".join(words)), "other": sketch(" ".join(a_text(800, seed=2)))}
    [found] = near(sketch(reprint), known)
    assert found.name == "first"
    assert found.likeness > 0.9


def test_the_likest_comes_first() -> None:
    words = a_text(400, seed=3)
    known = {"half": sketch(" ".join(words[:300])), "whole": sketch(" ".join(words))}
    assert [one.name for one in near(sketch(" ".join(words)), known)] == ["whole", "half"]
    assert near(sketch(" ".join(words)), known)[0] == Near(1.0, "whole")


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_between_none_and_all_and_the_same_both_ways(one: str, other: str) -> None:
    there, back = likeness(sketch(one), sketch(other)), likeness(sketch(other), sketch(one))
    assert 0 <= there == back <= 1


def test_texts_without_words_are_like_nothing() -> None:
    assert near(sketch(" ... "), {"a": sketch("")}) == ()
