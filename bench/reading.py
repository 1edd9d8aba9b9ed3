"""The same documents as PDF, DOCX, ODT, EPUB, HTML and scans: does their text come out whole?

.venv/bin/python bench/reading.py FOLDER [--scans PAGES] [--only pdf,html]

FOLDER holds plain texts in UTF-8 (`*.txt`), paragraphs divided by blank lines. Each is set in every
form with pictures, captions, notes in mid-sentence and page breaks, and read back. Printed are the
likeness of the words in their order to the plain text, captions and notes found whole, and speed.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from khronika.intake import Limits, PartKind, Reading, read
from khronika.intake.plain import is_heading
from typesetting import (
    Piece,
    as_docx,
    as_epub,
    as_html,
    as_odt,
    as_pdf,
    as_scanned_pdf,
)

_BLANK = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\w+")
CAPTION_EVERY = 11
NOTE_EVERY = 7
RUNNING = (PartKind.PARAGRAPH, PartKind.HEADING, PartKind.TABLE)
MENUS = (
    '<div class="menu"><ul>'
    + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
    + '</ul></div><div class="teasers">'
    + "".join(f'<div><a href="/t{n}">Read on: lanterns number {n}</a></div>' for n in range(10))
    + "</div>"
)
UNTIMED = Limits(seconds=3_600)


@dataclass(frozen=True, slots=True)
class Setting:
    """One document, set in one form."""

    form: str
    document: bytes
    expected: str
    added: tuple[str, ...]


def note(number: int) -> str:
    things = ("drawer", "folder", "shelf", "box of cards", "map", "register of the library")
    places = ("in the cabinet", "by the door", "under the stairs", "behind the lamp")
    return f"Compare the {things[number % 6]} {places[number % 4]}, sheet {number}."


def caption(number: int) -> str:
    things = ("window", "bridge", "lantern", "garden", "harbour at low tide")
    makers = ("a neighbour", "the gardener", "somebody unknown")
    return f"A {things[number % 5]}, drawn by {makers[number % 3]}, sheet {number}"


def pieces_of(text: str) -> list[Piece]:
    """The paragraphs with captions between them and notes in them."""
    pieces: list[Piece] = []
    for number, paragraph in enumerate(_BLANK.split(text)):
        said = " ".join(paragraph.split())
        if not said:
            continue
        kind = "heading" if is_heading(said) else "paragraph"
        is_noted = kind == "paragraph" and number % NOTE_EVERY == 0 and len(said) > 80
        pieces.append(Piece(kind, said, note(number) if is_noted else ""))
        if number % CAPTION_EVERY == 0:
            pieces.append(Piece("caption", caption(number)))
    return pieces


def settings(text: str, *, scans: int) -> Iterator[Setting]:
    pieces = pieces_of(text)
    plain = " ".join(piece.text for piece in pieces if piece.kind != "caption")
    added = tuple(
        one
        for piece in pieces
        for one in (piece.note, piece.text if piece.kind == "caption" else "")
        if one
    )
    makers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: as_pdf(pieces, head="A running head"),
        "pdf, 2 columns": lambda: as_pdf(pieces, columns=2, head="A running head"),
        "docx": lambda: as_docx(pieces),
        "odt": lambda: as_odt(pieces),
        "epub": lambda: as_epub(pieces),
        "html": lambda: as_html(pieces, title="A page").encode(),
        "html, menus": lambda: as_html(pieces, title="A page", around=MENUS).encode(),
    }
    for form, make in makers.items():
        yield Setting(form, make(), plain, added)
    if scans:
        kept = kept_pieces(pieces, scans)
        plain = " ".join(piece.text for piece in kept if piece.kind != "caption")
        yield Setting("scan", as_scanned_pdf(as_pdf(kept, head="A running head")), plain, ())


def kept_pieces(pieces: Sequence[Piece], pages: int) -> list[Piece]:
    """About as many pieces as fill this many pages."""
    room = pages * 2_300
    kept = []
    for piece in pieces:
        room -= len(piece.text)
        if room < 0:
            break
        kept.append(piece)
    return kept


def likeness(expected: str, reading: Reading) -> float:
    said = " ".join(
        reading.text[part.start : part.end] for part in reading.parts if part.kind in RUNNING
    )
    return SequenceMatcher(
        None, _WORD.findall(expected), _WORD.findall(said), autojunk=False
    ).ratio()


def found_whole(added: Sequence[str], reading: Reading) -> int:
    aside = [
        reading.text[part.start : part.end] for part in reading.parts if part.kind not in RUNNING
    ]
    return sum(any(one in said for said in aside) for one in added)


def pages_of(reading: Reading) -> int:
    return len({box.page for part in reading.parts for box in part.boxes})


def report(name: str, setting: Setting) -> None:
    start = time.process_time()
    reading = read(setting.document, limits=UNTIMED)
    seconds = max(time.process_time() - start, 1e-6)
    pages = pages_of(reading)
    speed = f"{pages / seconds:7.1f} pages/s" if pages else ""
    print(
        f"{name[:24]:24} {setting.form:15} likeness {likeness(setting.expected, reading):.4f}  "
        f"aside {found_whole(setting.added, reading)}/{len(setting.added)}  "
        f"{len(setting.document) / seconds / 1e6:6.2f} MB/s {speed} "
        f"{' '.join(one.code for one in reading.problems)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scans", type=int, default=0, help="pages to recognise; 0 for none")
    parser.add_argument("--only", default="", help="forms, with semicolons")
    asked = parser.parse_args()
    for path in sorted(asked.folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for setting in settings(text, scans=asked.scans):
            if not asked.only or setting.form in asked.only.split(";"):
                report(path.stem, setting)


if __name__ == "__main__":
    main()
