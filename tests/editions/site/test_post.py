"""A post keeps to its limit, whole line by whole line, and never hides a dispute."""

from hypothesis import given
from hypothesis import strategies as st

from khronika.editions.site.post import compose, enumerate_within
from khronika.values.language import LANGUAGES
from khronika.values.wording import Wording

texts = st.text("аб c.", min_size=1, max_size=90)


@given(head=texts, lines=st.lists(texts, max_size=8), tail=texts, limit=st.integers(40, 200))
def test_a_post_is_never_too_long_and_holds_no_half_line(
    head: str, lines: list[str], tail: str, limit: int
) -> None:
    text = compose(head, [(line,) for line in lines], tail, limit=limit)
    assert len(text) <= limit
    if len(head) + len(tail) < limit:
        first, *kept, last = text.split("\n")
        assert (first, last) == (head, tail)
        left = iter(lines)
        assert all(line in left for line in kept)  # of the lines some, in their order


@given(head=texts, items=st.lists(texts, max_size=9), tail=texts, limit=st.integers(40, 400))
def test_who_is_left_out_is_counted(head: str, items: list[str], tail: str, limit: int) -> None:
    text = enumerate_within(head, items, tail, limit=limit, wording=Wording.of("en"))
    assert len(text) <= limit
    kept = text.split("\n")[1:-1]
    if kept and kept[-1].startswith("and "):
        assert kept[-1] == f"and {len(items) - len(kept) + 1} more"
        assert kept[:-1] == items[: len(kept) - 1]
    elif kept:
        assert kept == items


def test_a_line_that_does_not_fit_makes_room_for_a_shorter_one() -> None:
    assert compose("head", [("x" * 30,), ("short",)], "tail", limit=20) == "head\nshort\ntail"


def test_the_first_form_that_fits_is_taken() -> None:
    lines = [("first\nsecond", "second"), ("third",)]
    assert compose("head", lines, "tail", limit=40) == "head\nfirst\nsecond\nthird\ntail"
    assert compose("head", lines, "tail", limit=16) == "head\nsecond\ntail"


def test_what_is_far_too_long_is_cut_visibly() -> None:
    assert compose("a" * 50, [], "tail", limit=20) == "a" * 19 + "…"


def test_every_language_can_count_the_rest() -> None:
    for language in LANGUAGES:
        text = enumerate_within("h", ["x" * 30] * 3, "t", limit=60, wording=Wording.of(language))
        assert "2" in text.split("\n")[-2]
