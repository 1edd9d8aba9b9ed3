"""Casebooks of invented people, laid out on the disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.init import init
from khronika.ledger.ledger import Recorded

PAPER = "id: paper\ntitle: The Paper\nlevel: open\n"
BELOVA = (
    "subject: person\nid: belova-alena\nrecorded: 2026-11-22\nrecorded_by: editors\nclaims:\n"
    "  - {key: name, kind: name, text: Alena Belova, source: paper}\n"
    "  # the court said nine\n"
    "  - key: term-9\n    kind: ruling\n    case: square\n    term: 9y\n    source: paper\n"
    "  # the paper said six\n"
    "  - key: term-6\n    kind: ruling\n    case: square\n    term: 6y\n    source: paper\n"
    "decisions:\n"
    "  - {prefer: term-6, over: [term-9], by: editors, at: 2026-11-22}\n"
    "  - {ready: belova-alena, by: editors, at: 2026-11-22}\n"
)
VETROVA = (
    "subject: person\nid: vetrova-vera\nclaims:\n"
    "  - {key: age, kind: age, value: 40, source: paper, nonce: 00112233445566778899aabbccddeeff}\n"
)
SQUARE = "subject: case\nid: square\n"
RECORDED = Recorded("2026-11-23T10:00:00Z", "editors")


def fill(folder: Path) -> None:
    """Put the files of a small casebook into this one."""
    texts = {
        "sources/paper.yaml": PAPER,
        "claims/belova.yaml": BELOVA,
        "claims/square.yaml": SQUARE,
        "claims.private/vetrova.yaml": VETROVA,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Casebook]]:
    """Makes casebooks of either truth, the YAML ones filled."""
    opened: list[Casebook] = []

    def made(name: str, truth: str = "yaml", *, house: str = "examples") -> Casebook:
        folder = tmp_path / name
        init(folder, truth=truth, id_letters=lambda _: house)
        if truth == "yaml":
            fill(folder)
        opened.append(Casebook.open(folder, {}))
        return opened[-1]

    yield made
    for casebook in opened:
        casebook.close()


@pytest.fixture
def casebook(make: Callable[..., Casebook]) -> Casebook:
    """A casebook whose truth is its files."""
    return make("one")


def reopened(casebook: Casebook) -> Casebook:
    """The same folder, opened by another run of the program."""
    casebook.close()
    return Casebook.open(casebook.settings.folder, {})
