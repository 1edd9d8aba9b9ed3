"""The texts people write: `texts/<slot>/<subject>.<lang>.md`, with a few words about each on top.

Invariants:

- A text that does not say `visibility: public` is for the team.
- A text that names a claim nobody can find is left out, so what it rested on cannot be lost unseen.
- A text names whom it is about by its file's name; an essay of another name is about nobody, and
  its name is its slot.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from khronika.casebook.layout import TEXTS, Area
from khronika.casebook.yaml_form.claim_entry import read_id
from khronika.casebook.yaml_form.compose import compose
from khronika.casebook.yaml_form.gather import MAX_BYTES
from khronika.casebook.yaml_form.keyring import KeyRing
from khronika.casebook.yaml_form.passage_entry import is_hash
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.words import Entries, answer, check_keys, word, words
from khronika.clearance.publication import Prose
from khronika.errors import KhronikaError, Problem
from khronika.schema.meant import meant
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.visibility import Visibility
from khronika.values.language import LANGUAGES

ESSAY = "essay"  # the slot of texts that need not be about anybody
_NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<lang>[a-z]{2})\.md\Z")
_HEAD = re.compile(r"\A---\r?\n(?P<head>.*?)^---[ \t]*\r?\n?", re.DOTALL | re.MULTILINE)
_KEYS = frozenset({"visibility", "based_on", "translated_from", "source_paragraphs"})
_ORDER = (SubjectKind.PERSON, SubjectKind.CASE)  # of namesakes the person is meant


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One text, how far it may go, and the claims and sources it was written from.

    `basis` are these as they are written on top. A translation says from which language it was
    made, and has the marks (`paragraph_mark`) of the original's paragraphs as they were then.
    """

    file: str
    prose: Prose
    visibility: Visibility
    based_on: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    translated_from: str = ""
    source_paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscripts:
    """All texts in order, and what is wrong with others."""

    texts: tuple[Manuscript, ...]
    problems: tuple[Problem, ...]


def read_manuscripts(
    folder: Path,
    *,
    house: str,
    subjects: Callable[[], Collection[SubjectId]],
    sources: Collection[SubjectId],
    keys: Callable[[], KeyRing],
) -> Manuscripts:
    """The texts of the casebook in this folder.

    `subjects` are those of the record, `keys` those of the claims in its files; each is asked once,
    if a text names one.
    """
    shelf = _Shelf(house, cache(subjects), sources, cache(keys))
    texts: list[Manuscript] = []
    problems: list[Problem] = []
    for path in sorted((folder / TEXTS).glob("*/*.md")):
        report = Report(path.relative_to(folder).as_posix(), Area.PRIVATE)
        text = shelf.read(path, report)
        texts.extend([text] if text and not report.problems else [])
        problems.extend(report.problems)
    return Manuscripts(tuple(texts), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a text is looked up in."""

    house: str
    subjects: Callable[[], Collection[SubjectId]]
    sources: Collection[SubjectId]
    keys: Callable[[], KeyRing]

    def read(self, path: Path, report: Report) -> Manuscript | None:
        name = _NAME.match(path.name)
        if not name or name["lang"] not in LANGUAGES:
            what = "A text is called <subject>.<language>.md, such as ivanova-anna.ru.md."
            report.add(0, "text-name", what, remedy=f"Languages: {', '.join(LANGUAGES)}.")
            return None
        text = _text(path, report)
        head = _HEAD.match(text)
        entries = _entries(head["head"], report) if head else {}
        slot, subject = self._about(path.parent.name, name["slug"], report)
        body = (text[head.end() :] if head else text).strip()
        return Manuscript(
            file=report.file,
            prose=Prose(slot, subject, name["lang"], body + "\n"),
            visibility=answer(Visibility, entries, "visibility", report, unset=Visibility.TEAM),
            based_on=tuple(self._based_on(entries, report)),
            basis=_listed(entries, "based_on", report),
            translated_from=word(entries, "translated_from", report),
            source_paragraphs=_listed(entries, "source_paragraphs", report),
        )

    def _about(self, slot: str, slug: str, report: Report) -> tuple[str, SubjectId | None]:
        found = [one for one in self.subjects() if slug_of(one) == slug and kind_of(one) in _ORDER]
        if found:
            return slot, min(found, key=lambda one: (_ORDER.index(kind_of(one)), one))
        if slot == ESSAY:
            return slug, None
        known = {slug_of(one) for one in self.subjects()}
        report.add(0, "text-subject", f"No file describes {slug!r}.", remedy=meant(slug, known))
        return slot, None

    def _based_on(self, entries: Entries, report: Report) -> Iterator[str]:
        if "based_on" not in entries:
            return
        node = entries["based_on"]
        for name in words(node, report, what="based_on"):
            try:
                claimed = is_hash(name) or "#" in name
                known = self.keys().find("", name) if claimed else self._source(name)
            except KhronikaError as error:
                report.add(node.line, "text-basis", f"based_on: {error}")
            else:
                yield known

    def _source(self, name: str) -> SubjectId:
        source = read_id(name, SubjectKind.SOURCE, house=self.house)
        if source not in self.sources:
            known = [slug_of(one) for one in self.sources]
            raise _NoSource(f"no file describes the source {name!r}; {meant(name, known)}")
        return source


class _NoSource(KhronikaError):
    """A text names a source that nobody described."""


def _text(path: Path, report: Report) -> str:
    if path.stat().st_size > MAX_BYTES:
        report.add(0, "too-large", f"The text is larger than {MAX_BYTES:,} bytes.")
        return ""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        report.add(0, "not-utf-8", "This is not UTF-8.", remedy="Save the file as UTF-8.")
        return ""


def _entries(head: str, report: Report) -> Entries:
    tree = compose(head, report)
    entries = (tree.entries if tree else None) or {}
    check_keys(entries, _KEYS, report, where="The top of a text")
    return entries


def _listed(entries: Entries, name: str, report: Report) -> tuple[str, ...]:
    return words(entries[name], report, what=name) if name in entries else ()
