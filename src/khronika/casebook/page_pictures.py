"""Keeps the pictures of pages that were looked at, so that turning back to one costs nothing."""

from collections.abc import Callable
from pathlib import Path

from khronika.casebook.cache_file import opened
from khronika.intake.showing import Picture

MOST = 200  # pictures; some fifty million bytes


def picture_of(
    folder: Path, sha256: str, number: int, make: Callable[[], Picture | None]
) -> Picture | None:
    """The picture of a page of these bytes, made unless it is kept."""
    with opened(folder) as store:
        asked = "select width, height, png from picture where bytes = ? and number = ?"
        row = store.execute(asked, (sha256, number)).fetchone()
    if row:
        return Picture(*row)
    made = make()
    if made:
        _keep(folder, sha256, number, made)
    return made


def _keep(folder: Path, sha256: str, number: int, made: Picture) -> None:
    with opened(folder) as store:
        row = (sha256, number, made.width, made.height, made.png)
        store.execute("insert or replace into picture values (?, ?, ?, ?, ?)", row)
        store.execute(
            "delete from picture where rowid not in "
            "(select rowid from picture order by rowid desc limit ?)",
            (MOST,),
        )
