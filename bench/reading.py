"""The same documents as PDF, DOCX, ODT, EPUB, HTML and scans: does their text come out whole?

.venv/bin/python bench/reading.py FOLDER [--scans PAGES] [--only "pdf;html"]
    [--gold GOLD.jsonl --score SCORE.py]

FOLDER holds plain texts in UTF-8 (`*.txt`), paragraphs divided by blank lines. Each is set in every
form with pictures, captions, notes in mid-sentence and page breaks, and read back. Printed are the
likeness of the words in their order to the plain text, captions and notes found whole, and speed;
of the facts proposed from each form, whether each quotes its place, how many of the words a sample
of them has stand in its boxes on the page, and with gold and a scorer their F1 beside the plain
text's (places are led back to the plain text by the words on both sides).
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2 as pdfium

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from khronika.extraction.eval_form import Row, rows
from khronika.extraction.proposal import Context, Proposal
from khronika.extraction.propose import propose
from khronika.intake import Limits, PartKind, Reading, read
from khronika.intake.heading import is_heading
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


@dataclass(frozen=True, slots=True)
class Asked:
    """Facts labelled by hand, and the program that scores against them."""

    gold: str
    score: str


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


def settings(text: str, *, scans: int, only: Sequence[str]) -> Iterator[Setting]:
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
        if only == [""] or form in only:
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


def cpu() -> float:
    """Seconds of this process and of the recogniser."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def proposals(reading: Reading) -> Sequence[Proposal]:
    parts = () if reading.format == "text" else reading.parts
    return propose(reading.text, Context(parts=parts))


def led_back(plain: str, read_text: str) -> Callable[[int], int]:
    """From places of the text that was read to those of the plain text, by the words of both."""
    ours, theirs = (list(_WORD.finditer(text)) for text in (read_text, plain))
    matcher = SequenceMatcher(None, [w[0] for w in ours], [w[0] for w in theirs], autojunk=False)
    same = {
        ours[one.a + at].start(): theirs[one.b + at].start()
        for one in matcher.get_matching_blocks()
        for at in range(one.size)
    }

    def lead(start: int) -> int:
        near = next((start - at for at in range(min(start, 2_000) + 1) if start - at in same), 0)
        return same.get(near, 0)

    return lead


def f1(found: Sequence[Row], gold: Sequence[Row], scorer: str) -> float:
    """The strict F1 of these rows against the gold, by the scorer's own rules."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, lines in (("gold", gold), ("found", found)):
            file = Path(folder) / name
            file.write_text("\n".join(json.dumps(row) for row in lines), encoding="utf-8")
            files.append(str(file))
        command = [sys.executable, scorer, *files, "--json"]
        told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    score: float = json.loads(told)["strict"]["ALL"]["f1"]
    return score


def scores(name: str, plain: str, reading: Reading, asked: Asked) -> str:
    """F1 of what was read beside that of the plain text, as far as the form goes."""
    lead = led_back(plain, reading.text)
    running = [part for part in reading.parts if part.kind in RUNNING]
    until = lead(running[-1].end - 1) + 200
    gold = [json.loads(line) for line in Path(asked.gold).read_text("utf-8").splitlines()]
    covered = [row for row in gold if row["doc"] == name and row["start"] <= until]
    bare = proposals(read(plain.encode(), limits=UNTIMED))
    ours = [row for row in rows(name, bare) if int(str(row["start"])) <= until]
    found = [
        {**row, "start": lead(int(str(row["start"])))} for row in rows(name, proposals(reading))
    ]
    one, other = (f1(list(each), covered, asked.score) for each in (found, ours))
    return f"  F1 {one:.3f}, plain {other:.3f}, {one - other:+.3f}"


def in_boxes(setting: Setting, reading: Reading, found: Sequence[Proposal]) -> str:
    """How many words of a sample of quotes the engine finds in their boxes on the page."""
    if not setting.document.startswith(b"%PDF") or setting.form == "scan":
        return ""
    document = pdfium.PdfDocument(setting.document)
    inside = words = 0
    for one in found[:: max(1, len(found) // 60)]:
        said: list[str] = []
        for box in reading.boxes(one.start, one.end):
            page = document[box.page - 1]
            height = page.get_height()
            edges = (box.x0, height - box.y1, box.x1, height - box.y0)
            said += _WORD.findall(page.get_textpage().get_text_bounded(*edges))
        halves = "".join(said)
        quoted = _WORD.findall(one.quote)
        inside += sum(word in halves for word in quoted)
        words += len(quoted)
    return f"in boxes {inside}/{words}"


def report(name: str, setting: Setting, *, plain: str, asked: Asked | None) -> None:
    start = cpu()
    reading = read(setting.document, limits=UNTIMED)
    seconds = max(cpu() - start, 1e-6)
    pages = pages_of(reading)
    found = proposals(reading)
    quoted = sum(reading.text[one.start : one.end] == one.quote for one in found)
    print(
        f"{name[:12]:12} {setting.form:14} likeness {likeness(setting.expected, reading):.4f}  "
        f"aside {found_whole(setting.added, reading)}/{len(setting.added)}  "
        f"{len(setting.document) / seconds / 1e6:6.2f} MB/s "
        + (f"{pages / seconds:6.1f} pages/s " if pages else "")
        + f" facts {len(found)}, quoted {quoted} {in_boxes(setting, reading, found)}"
        + (scores(name, plain, reading, asked) if asked else "")
        + "".join(f" {one.code}" for one in reading.problems[:3]),
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scans", type=int, default=0, help="pages to recognise; 0 for none")
    parser.add_argument("--only", default="", help="forms, with semicolons")
    parser.add_argument("--gold", default="")
    parser.add_argument("--score", default="")
    asked = parser.parse_args()
    scored = Asked(asked.gold, asked.score) if asked.gold else None
    for path in sorted(asked.folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        bare = Setting("text", text.encode(), text, ())
        for setting in (bare, *settings(text, scans=asked.scans, only=asked.only.split(";"))):
            report(path.name, setting, plain=text, asked=scored)


if __name__ == "__main__":
    main()
