"""How commands read documents: in a limited process, with a bar where it takes long.

Invariants:

- No document is read in the program's own process.
- A page is fetched only when a command says so, and never from a private or local address.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khronika.casebook.adding import (
    Added,
    Described,
    Page,
    add_address,
    add_file,
    add_page,
    find_address,
)
from khronika.cli.output import print_progress
from khronika.cli.session import Session
from khronika.errors import KhronikaError
from khronika.intake.limits import Limits
from khronika.intake.reading import Reading
from khronika.intake.worker import Pool

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

FEW = 20  # pages that are read before a bar would be seen


class ReadersMissing(KhronikaError):
    """What saves a page is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Fetching a page needs warcio, which is not installed. "
            "Run: pip install 'khronika[read]', or record the address alone with --no-fetch."
        )


def taken_up(session: Session, document: str, source: Described, *, no_fetch: bool) -> Added:
    """A file, or the page of an address; with `no_fetch` the address alone."""
    casebook, recorded = session.casebook, session.recorded()
    if not document.startswith(("http://", "https://")):
        with reading() as reads:
            path = Path(document)
            return add_file(casebook, path, described=source, recorded=recorded, reads=reads)
    if no_fetch:
        return add_address(casebook, document, described=source, recorded=recorded)
    if found := find_address(casebook, document):
        return found
    page, named = fetched(session, document), replace(source, url=document)
    with reading() as reads:
        return add_page(casebook, page, described=named, recorded=recorded, reads=reads)


@contextmanager
def reading() -> Iterator[Callable[[bytes], Reading]]:
    """Reads documents while it is open."""
    with Pool(Limits()) as pool:

        def read(untrusted: bytes) -> Reading:
            with _bar() as tell:
                return pool.read(untrusted, tell=tell)

        yield read


def fetched(session: Session, url: str) -> Page:
    """The page of this address, saved as a web archive."""
    try:
        from khronika.intake.capture import Door, capture  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as why:
        raise ReadersMissing from why
    said = session.wording.gettext("Fetching the page; the site sees the address of this machine.")
    print_progress(said)
    door = Door(now=lambda: f"{session.now():%Y-%m-%dT%H:%M:%SZ}", clock=time.monotonic)
    captured = capture(url, door)
    return Page(captured.url, captured.warc)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """Shows how far a reading is, to whoever watches a terminal."""
    bars: list[ProgressBar[int]] = []
    with ExitStack() as stack:

        def tell(done: int, of: int) -> None:
            if of <= FEW or not sys.stderr.isatty():
                return
            if not bars:
                bars.append(stack.enter_context(click.progressbar(length=of, file=sys.stderr)))
            bars[0].update(done - bars[0].pos)

        yield tell
