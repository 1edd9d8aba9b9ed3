"""Reads EPUB: the chapters of the book in the order of its spine, each as a page of HTML."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser

from khronika.errors import Problem
from khronika.intake.composing import Composer, Said
from khronika.intake.decoding import decode
from khronika.intake.html import declared_in
from khronika.intake.html_blocks import blocks_of
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.packed import Packed
from khronika.intake.reading import PartKind, Reading
from khronika.intake.unreadable import Unreadable, damaged
from khronika.values.date import InvalidDate, PartialDate

FORMAT = "epub"
VERSION = "1"
_CONTAINER = "META-INF/container.xml"
_LOCK = "META-INF/encryption.xml"
_PAGE = "xhtml"


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The text of the book; a chapter that cannot be read is a problem of its own."""
    packed = Packed(untrusted, limits)
    folder, book = _book(packed)
    chapters = list(_chapters(book, folder))
    composer = Composer(limits)
    problems: list[Problem] = []
    for done, chapter in enumerate(chapters, start=1):
        try:
            _add(packed.member(chapter), composer)
        except Unreadable as why:
            if why.problem.code != "intake.damaged":
                raise
            problems.append(_lost(done, is_locked=_LOCK in packed.names))
        tell(done, len(chapters))
    return composer.reading(form=FORMAT, version=VERSION, said=_said(book), problems=problems)


def _book(packed: Packed) -> tuple[str, Element]:
    """Where the book's description lies, and what it says."""
    for element in packed.tree(_CONTAINER).iter():
        path = element.get("full-path")
        if path:
            return posixpath.dirname(path), packed.tree(path)
    raise damaged()


def _chapters(book: Element, folder: str) -> Iterator[str]:
    """The names of the chapters' files, in the order they are read."""
    files = {
        one.get("id"): one.get("href") or ""
        for one in book.iter()
        if _name(one) == "item" and _PAGE in (one.get("media-type") or "")
    }
    for one in book.iter():
        if _name(one) == "itemref" and one.get("idref") in files:
            yield posixpath.normpath(posixpath.join(folder, unquote(files[one.get("idref")])))


def _add(untrusted: bytes, composer: Composer) -> None:
    text = decode(untrusted, declared=declared_in(untrusted)).text
    tree = LexborHTMLParser(text)
    for block in blocks_of(tree.root) if tree.root else ():
        kind = PartKind.MARGIN if block.is_furniture else block.kind
        composer.add_text(kind, block.text)


def _said(book: Element) -> Said:
    told = {_name(one): (one.text or "").strip() for one in reversed(list(book.iter()))}
    lang = told.get("language", "")[:2].lower()
    return Said(told.get("title", ""), _day(told.get("date", "")), lang if lang.isalpha() else "")


def _day(text: str) -> PartialDate | None:
    """The day the book appeared; a book's file says so in its description."""
    try:
        return PartialDate.parse(text[:10]) if text else None
    except InvalidDate:
        return None


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _lost(number: int, *, is_locked: bool) -> Problem:
    return Problem(
        f"chapter {number}",
        "intake.page-lost",
        "The chapter is locked against copying." if is_locked else "The chapter cannot be read.",
        "Look for another copy of the book.",
    )
