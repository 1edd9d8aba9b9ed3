"""What `khronika translate` does: columns out, a translation back in, and what is left to do.

Invariants:

- A translation that comes back is for the team, whoever could read the one before: somebody reads
  it and opens it.
- Only texts of the casebook are written, in the folder of their original.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.manuscript import Manuscript
from khronika.casebook.manuscript_writing import head_of
from khronika.casebook.translation.columns import (
    Columns,
    as_docx,
    as_page,
    from_docx,
    translation_of,
)
from khronika.casebook.translation.pair import by_subject, marks, pairs, stale_translations
from khronika.editions.office import DOCX
from khronika.errors import KhronikaError
from khronika.schema.visibility import Visibility
from khronika.values.language import LANGUAGES, UnknownLanguage
from khronika.values.wording import Wording

FOLDER = "translations"


class NoSuchText(KhronikaError):
    """A file was named that is no text of the casebook."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is no text of this casebook. Name one such as texts/biography/x.en.md, or a "
            "DOCX that comes back."
        )


class NothingToTranslate(KhronikaError):
    """The text is in the language that was asked for."""

    def __init__(self, file: str, language: str) -> None:
        super().__init__(f"{file} is in the language {language!r} already.")


class State(StrEnum):
    """What a text has in a language."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Covered:
    """One text in one language: a file to translate from, or the translation's own."""

    file: str
    language: str
    state: State


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A translation that was written, and how many of its paragraphs are not translated."""

    file: str
    paragraphs: int
    left: int


def coverage(casebook: Casebook, *, language: str) -> list[Covered]:
    """Every text with what it has in the language, those that need work first."""
    _check(language)
    texts = casebook.manuscripts()
    stale = stale_translations(texts)
    rows = [_covered(group, language, stale) for group in by_subject(texts).values()]
    order = (State.STALE, State.MISSING, State.TRANSLATED, State.ORIGINAL)
    return sorted(rows, key=lambda one: (order.index(one.state), one.file))


def columns_of(casebook: Casebook, file: str, *, language: str, day: date) -> Columns:
    """The text beside its translation into the language, as far as there is one."""
    _check(language)
    original = _text(casebook, file)
    if original.prose.lang == language:
        raise NothingToTranslate(file, language)
    group = by_subject(casebook.manuscripts())[original.prose.slot, original.prose.subject]
    there = group.get(language)
    found = pairs(
        original.prose.markdown,
        there.prose.markdown if there else "",
        there.source_paragraphs if there else (),
    )
    return Columns(original.file, original.prose.lang, language, tuple(found), day)


def hand_out(columns: Columns, out: Path, wording: Wording) -> list[Path]:
    """Write the columns into this folder, as DOCX where it can be written, and as a page."""
    out.mkdir(parents=True, exist_ok=True)
    stem = columns.file.removeprefix("texts/").removesuffix(".md").replace("/", "-")
    made = {"html": as_page(columns, wording)}
    if DOCX.is_installed:
        made["docx"] = as_docx(columns, wording)
    paths = []
    for ending, data in sorted(made.items()):
        path = out / f"{stem}-{columns.target_lang}.{ending}"
        path.write_bytes(data)
        paths.append(path)
    return paths


def take_back(casebook: Casebook, path: Path, *, language: str) -> TakenBack:
    """Write the translation that a document brings into the folder of its original."""
    _check(language)
    returned = from_docx(path.read_bytes(), file=path.name)
    original = _text(casebook, returned.file)
    if original.prose.lang == language:
        raise NothingToTranslate(returned.file, language)
    known = marks(original.prose.markdown)
    text, left = translation_of(returned, known)
    made_from = [mark if mark in dict(returned.rows) else "-" for mark in known]
    head = head_of(Visibility.TEAM, original.basis, original.prose.lang, marks=made_from)
    file = _file(original, language)
    (casebook.settings.folder / file).write_text(f"{head}{text}", encoding="utf-8")
    return TakenBack(file, len(known), left)


def _file(text: Manuscript, language: str) -> str:
    return text.file.removesuffix(f".{text.prose.lang}.md") + f".{language}.md"


def _covered(group: dict[str, Manuscript], language: str, stale: frozenset[str]) -> Covered:
    there = group.get(language)
    if there is None:
        first = min(group.values(), key=lambda one: LANGUAGES.index(one.prose.lang))
        return Covered(first.file, language, State.MISSING)
    if there.file in stale:
        return Covered(there.file, language, State.STALE)
    state = State.TRANSLATED if there.translated_from else State.ORIGINAL
    return Covered(there.file, language, state)


def _text(casebook: Casebook, file: str) -> Manuscript:
    wanted = file.removeprefix("./")
    for text in casebook.manuscripts():
        if text.file == wanted:
            return text
    raise NoSuchText(file)


def _check(language: str) -> None:
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
