"""Writes one of the texts people write, with the few words on top that `manuscript` reads.

Invariants:

- What is written is read back as it was meant: the words on top are made here and nowhere else.
- A text is written whole or not at all, and only over the text that was looked at.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.layout import TEXTS
from khronika.casebook.writes import write_text
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.visibility import Visibility


class ChangedMeanwhile(KhronikaError):
    """Somebody else wrote the text since it was looked at."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} was changed by somebody else meanwhile. Read what stands there now, and put "
            "your words in."
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as it is to be written; `based_on` are claims and sources by their ids."""

    slot: str
    subject: SubjectId
    lang: str
    markdown: str
    visibility: Visibility = Visibility.TEAM
    based_on: tuple[str, ...] = ()
    translated_from: str = ""
    source_paragraphs: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Where it stands in the casebook's folder."""
        return f"{TEXTS}/{self.slot}/{slug_of(self.subject)}.{self.lang}.md"


def write_draft(folder: Path, draft: Draft, *, over: str) -> str:
    """Write the text, over the one with this mark; its file. Raises `ChangedMeanwhile`."""
    path = folder / draft.file
    if mark_of(path) != over:
        raise ChangedMeanwhile(draft.file)
    head = head_of(
        draft.visibility, draft.based_on, draft.translated_from, marks=draft.source_paragraphs
    )
    write_text(path, f"{head}{draft.markdown.strip()}\n")
    return draft.file


def mark_of(path: Path) -> str:
    """SHA-256 of the text as it stands there; empty where none does."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def head_of(
    visibility: Visibility, based_on: Sequence[str], translated_from: str, *, marks: Iterable[str]
) -> str:
    """The words on top of a text."""
    lines = ["---", f"visibility: {visibility.value}"]
    if based_on:
        lines.append(f"based_on: [{', '.join(based_on)}]")
    if translated_from:
        lines.append(f"translated_from: {translated_from}")
        listed = ", ".join(f'"{one}"' for one in marks)
        lines.append(f"source_paragraphs: [{listed}]")
    return "\n".join([*lines, "---", ""])
