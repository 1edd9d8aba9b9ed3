"""Chooses the reader by what the bytes are, and turns whatever goes wrong into a `Problem`.

Invariants:

- Reading is pure: no network, no clock, no other file. A scan is the one exception: it is handed
  to the recogniser, a program of its own (`ocr.py`).
- Readers are asked for when a document needs them, so that none is missed before.
"""

from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from khronika.errors import Problem
from khronika.intake.form import Form, form_of
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.reading import Reading
from khronika.intake.unreadable import Unreadable, too_much

EXTRA = "khronika[read]"
_READERS = {
    Form.TEXT: "plain",
    Form.PDF: "pdf",
    Form.HTML: "html",
    Form.DOCX: "docx",
    Form.ODT: "odt",
    Form.EPUB: "epub",
    Form.MAIL: "mail",
    Form.TELEGRAM: "telegram",
    Form.WARC: "warc",
    Form.IMAGE: "scan",
}
_SAVE_AS = {
    Form.OLD_OFFICE: "Open it in a word processor and save it as DOCX or ODT, without a password.",
    Form.RTF: "Open it in a word processor and save it as DOCX or ODT.",
    Form.ARCHIVE: "Unpack it and add the documents in it.",
    Form.SOUND: "Write down what is said and add it with `khronika note`.",
    Form.BINARY: "Export it as PDF, DOCX, HTML or plain text.",
}


class Reader(Protocol):
    """A module that reads one form of documents."""

    FORMAT: str
    VERSION: str

    def read(self, untrusted: bytes, *, limits: Limits, tell: Tell) -> Reading:
        """The document's text; raises `Unreadable`, or anything at all on hostile bytes."""


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text of a document with its parts; what could not be read is told in its problems."""
    form = form_of(untrusted)
    if len(untrusted) > limits.size:
        return _nothing(form, too_much().problem)
    if not untrusted.strip(b"\x00 \t\r\n"):
        return _nothing(form, _empty())
    if form in _SAVE_AS:
        return _nothing(form, _no_reader(form))
    return _read_as(form, untrusted, limits=limits, tell=tell)


def _read_as(form: Form, untrusted: bytes, *, limits: Limits, tell: Tell) -> Reading:
    try:
        reader = cast("Reader", import_module(f"khronika.intake.{_READERS[form]}"))
        reading = reader.read(untrusted, limits=limits, tell=tell)
        silent = not reading.text.strip() and not reading.problems
        return replace(reading, problems=(_empty(),)) if silent else reading
    except Unreadable as why:
        return _nothing(form, why.problem)
    except ModuleNotFoundError as why:
        return _nothing(form, _missing(why.name or ""))
    except (MemoryError, RecursionError):
        return _nothing(form, too_much().problem)
    except Exception as why:  # noqa: BLE001 - other people's parsers on hostile bytes raise anything
        return _nothing(form, _damaged(why))


def _nothing(form: Form, problem: Problem) -> Reading:
    return Reading(text="", format=form, reader="", version="", problems=(problem,))


def _empty() -> Problem:
    return Problem(
        "", "intake.empty", "There is nothing in the document.", "Look for another copy."
    )


def _no_reader(form: Form) -> Problem:
    return Problem("", "intake.no-reader", f"There is no reader for this ({form}).", _SAVE_AS[form])


def _missing(module: str) -> Problem:
    return Problem(
        "",
        "intake.missing-extra",
        f"Reading this needs {module.partition('.')[0]}, which is not installed.",
        f"Run: pip install '{EXTRA}'",
    )


def _damaged(why: Exception) -> Problem:
    return Problem(
        "",
        "intake.damaged",
        f"The document is damaged ({type(why).__name__}).",
        "Look for another copy, or open it in its own program and save it anew.",
    )
