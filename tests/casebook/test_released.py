from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders import person
from khronika.casebook.layout import RELEASED
from khronika.casebook.released import (
    DamagedRelease,
    Release,
    ReleasedAlready,
    append_release,
    last_claims,
    read_releases,
    refuse_known_name,
)
from khronika.clearance.issue import Issue, Issued
from khronika.schema.claim import ClaimId
from khronika.schema.decision import DecisionId
from khronika.schema.visibility import Use


def a_release(name: str = "autumn", *, use: Use = Use.PUBLIC, claims: str = "a") -> Release:
    return Release(
        name=name,
        day=date(2026, 11, 1),
        use=use,
        state="f" * 64,
        addresses={person(): "belova-alena"},
        claims=frozenset(ClaimId(one) for one in claims),
    )


def test_before_the_first_release_there_is_none(tmp_path: Path) -> None:
    assert read_releases(tmp_path, Use.PUBLIC) == ()
    assert last_claims(()) == frozenset()


def test_releases_come_back_in_the_order_they_were_made(tmp_path: Path) -> None:
    made = [a_release("осень"), a_release("winter", claims="ab")]
    for release in made:
        append_release(tmp_path, release)
    assert list(read_releases(tmp_path, Use.PUBLIC)) == made
    assert last_claims(made) == {"a", "b"}


def test_a_release_for_letters_says_nothing_about_what_is_public(tmp_path: Path) -> None:
    append_release(tmp_path, a_release(use=Use.LETTERS))
    assert read_releases(tmp_path, Use.PUBLIC) == ()


def test_what_stands_in_the_list_is_not_rewritten(tmp_path: Path) -> None:
    append_release(tmp_path, a_release("one"))
    before = (tmp_path / RELEASED).read_bytes()
    append_release(tmp_path, a_release("two"))
    assert (tmp_path / RELEASED).read_bytes().startswith(before)


def test_decisions_and_blank_fields_come_back_too(tmp_path: Path) -> None:
    decided = replace(
        a_release(),
        decisions=frozenset({DecisionId("d")}),
        left_out=frozenset({(ClaimId("a"), "term")}),
    )
    append_release(tmp_path, decided)
    assert read_releases(tmp_path, Use.PUBLIC) == (decided,)
    assert decided.issued == Issued(
        Issue("autumn", date(2026, 11, 1)), decided.claims, decided.decisions, decided.left_out
    )


def test_a_line_of_before_has_no_word_of_decisions(tmp_path: Path) -> None:
    append_release(tmp_path, a_release())
    assert b"decisions" not in (tmp_path / RELEASED).read_bytes()
    (old,) = read_releases(tmp_path, Use.PUBLIC)
    assert old.issued.decisions is None


def test_a_name_is_used_once() -> None:
    with pytest.raises(ReleasedAlready, match="of 2026-11-01"):
        refuse_known_name("autumn", [a_release("summer"), a_release("autumn")])
    refuse_known_name("winter", [a_release("autumn")])


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"name": "x", "day": "soon"}', '"text"', "", "null"]
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    append_release(tmp_path, a_release())
    with (tmp_path / RELEASED).open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    with pytest.raises(DamagedRelease, match="line 2"):
        read_releases(tmp_path, Use.PUBLIC)
