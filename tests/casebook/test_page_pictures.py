"""Pictures of pages that were looked at are kept, the latest ones."""

from pathlib import Path

import pytest

from khronika.casebook import page_pictures
from khronika.casebook.page_pictures import picture_of
from khronika.intake.showing import Picture

DRAWN = Picture(595.0, 842.0, b"\x89PNG\r\n\x1a\nlantern")


def never() -> Picture | None:
    raise AssertionError("it is kept")


def test_a_page_is_drawn_once(tmp_path: Path) -> None:
    assert picture_of(tmp_path, "0" * 64, 1, lambda: DRAWN) == DRAWN
    assert picture_of(tmp_path, "0" * 64, 1, never) == DRAWN


def test_a_page_that_could_not_be_drawn_is_tried_again(tmp_path: Path) -> None:
    assert picture_of(tmp_path, "0" * 64, 1, lambda: None) is None
    assert picture_of(tmp_path, "0" * 64, 1, lambda: DRAWN) == DRAWN


def test_only_the_latest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "MOST", 2)
    for number in (1, 2, 3):
        picture_of(tmp_path, "0" * 64, number, lambda: DRAWN)
    assert picture_of(tmp_path, "0" * 64, 3, never) == DRAWN
    assert picture_of(tmp_path, "0" * 64, 1, lambda: None) is None
