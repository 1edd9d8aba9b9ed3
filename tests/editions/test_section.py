"""Every kind has its part of a page, and only one."""

from khronika.editions.section import (
    ABOUT,
    ALSO,
    CHARGES,
    ELSEWHERE,
    RULINGS,
    SECTIONS,
    TIMELINE,
)
from khronika.schema.kind import kinds


def test_no_kind_is_lost_between_the_parts() -> None:
    apart = {name for _, names in SECTIONS.values() for name in names}
    assert {*ABOUT, *TIMELINE, *ALSO, *ELSEWHERE, *apart} == set(kinds())


def test_no_kind_is_told_twice_but_what_the_timeline_only_sums_up() -> None:
    apart = [name for _, names in SECTIONS.values() for name in names]
    placed = [*ABOUT, *TIMELINE, *ALSO, *ELSEWHERE, *apart]
    assert len(placed) == len(set(placed))
    assert {*CHARGES, *RULINGS} <= set(TIMELINE)


def test_who_somebody_is_stands_apart_from_what_was_done_to_them() -> None:
    assert "birth" in ABOUT
    assert "affiliation" in ABOUT
    assert {"arrest", "custody", "release", "death"} <= set(TIMELINE)
