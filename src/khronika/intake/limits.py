"""How much of this machine one document may use."""

from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[int, int], None]
"""Told how many pages (messages, files) are read, and of how many."""


def tell_nobody(done: int, of: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one reading; what goes beyond is a `Problem`.

    `seconds` is the longest without a sign of progress (one page of a scan, a whole file of
    another kind); `memory` is what the worker process may take, in bytes.
    """

    size: int = 200_000_000  # a scanned case file of 6,200 pages fits
    seconds: float = 60.0
    memory: int = 2_000_000_000
    characters: int = 20_000_000  # forty books; a text of more is no one document
    pages: int = 10_000  # one court file was 6,200
    unpacked: int = 400_000_000  # what a packed document may come to
    members: int = 20_000  # files in one archive; an EPUB with pictures has hundreds
