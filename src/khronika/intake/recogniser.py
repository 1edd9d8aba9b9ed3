"""Recognises the words on a picture of a page with Tesseract, a program of its own.

Invariants:

- It is called as a program, with the picture on its input: no file is written, and nothing of the
  environment is handed on.
- How surely each word was recognised is kept.
"""

import csv
import io
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from statistics import mean

from PIL import Image

from khronika.errors import Problem
from khronika.intake.composing import Word
from khronika.intake.homoglyph import mended
from khronika.intake.limits import Limits
from khronika.intake.page import Line, Page
from khronika.intake.reading import Box
from khronika.intake.unreadable import Unreadable

PROGRAM = "tesseract"
LANGUAGES = ("rus", "eng")
DPI = 300  # what the recogniser was trained on; more takes longer and reads no better
POINTS = 72  # in an inch
UNSURE = 60  # per cent; below it a page is told
# One thread: more of them wait for each other on small machines. The paths are those of the usual
# packages; a program elsewhere is not looked for.
_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin"}
_WORD_LEVEL = "5"


def recogniser() -> str:
    """The program's name and version; raises `Unreadable` where it or a language is missing."""
    lines = _told("--version").splitlines()
    known = set(_told("--list-langs").splitlines())
    if not lines or not set(LANGUAGES) <= known:
        raise Unreadable(missing_recogniser())
    return " ".join(lines[0].split()[:2])


def recognised(picture: Image.Image, *, number: int, dpi: float, limits: Limits) -> Page:
    """The page on the picture; boxes in points, by the picture's dots per inch."""
    kept = io.BytesIO()
    picture.convert("L").save(kept, "PPM")
    command = [
        PROGRAM,
        "stdin",
        "stdout",
        "-l",
        "+".join(LANGUAGES),
        "--dpi",
        str(round(dpi)),
        "tsv",
    ]
    done = subprocess.run(  # noqa: S603 - our own words, and no shell
        command,
        input=kept.getvalue(),
        capture_output=True,
        check=True,
        env=_ENVIRONMENT,
        timeout=limits.seconds,
    )
    scale = POINTS / dpi
    lines = tuple(_lines(done.stdout.decode("utf-8", "replace"), number, scale))
    width, height = picture.size
    return Page(number, width * scale, height * scale, lines, is_scan=True)


def unsure(page: Page) -> Problem | None:
    """What to say of a page that was recognised badly."""
    sure = [word.sure for line in page.lines for word in line.words]
    if sure and mean(sure) >= UNSURE:
        return None
    return Problem(
        f"p. {page.number}",
        "intake.unsure-page",
        "The page was recognised with little certainty." if sure else "No word was recognised.",
        "Compare every word with the page, or scan it again, straight and at 300 dpi.",
    )


def missing_recogniser() -> Problem:
    """There is nothing that could read a picture."""
    return Problem(
        "",
        "intake.no-recogniser",
        "Pages that are pictures need Tesseract with Russian and English, which is not there.",
        "On Debian: apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-eng",
    )


@cache
def _told(option: str) -> str:
    command = [PROGRAM, option]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and no shell
            command, capture_output=True, check=True, env=_ENVIRONMENT, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _lines(table: str, number: int, scale: float) -> Iterator[Line]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = (row for row in rows if row["level"] == _WORD_LEVEL and (row["text"] or "").strip())
    for _, row in groupby(words, lambda one: (one["block_num"], one["par_num"], one["line_num"])):
        yield _line(list(row), number, scale)


def _line(rows: list[dict[str, str]], number: int, scale: float) -> Line:
    words = [
        Word(text, _box(row, number, scale), sure=max(0, round(float(row["conf"]))))
        for text, row in zip(mended([row["text"] for row in rows]), rows, strict=True)
    ]
    heads = sorted(word.box.y0 for word in words if word.box)
    feet = sorted(word.box.y1 for word in words if word.box)
    last = words[-1].text
    is_cut = len(last) > 2 and last[-1] in "-\u2010\xad" and last[-2].isalpha()
    return Line(words, feet[len(feet) // 4] - heads[len(heads) // 4], is_cut=is_cut)


def _box(row: dict[str, str], number: int, scale: float) -> Box:
    x, y, width, height = (int(row[name]) * scale for name in ("left", "top", "width", "height"))
    return Box(number, x, y, x + width, y + height)
