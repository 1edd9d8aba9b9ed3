"""The texts words are looked for in, and the index that is brought forward as they arrive.

Invariants:

- What a document is called is looked through as its words are.
- One question reads a bounded part of what is not in the index yet; the rest is counted.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from khronika.casebook.text_pages import kept_pages, pieces_of
from khronika.casebook.word_index import Line, find_words, keep_words, line_around, missing
from khronika.desk.documents.kept import may_read
from khronika.desk.visit import Visit
from khronika.editions.reader import Reader
from khronika.identity.search_key import fold_for_search
from khronika.intake.form import Form, form_of
from khronika.schema.source import Holding, Source
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of

MOST_READ = 3_000_000  # characters put into the index while somebody waits; some two seconds


@dataclass(frozen=True, slots=True)
class Text:
    """A text: what it is called and about, its words, and where a page of it is read."""

    sha256: str
    title: str
    about: str
    read: Callable[[], str]
    href: Callable[[int], str]


def met(within: Mapping[str, Text], words: str, visit: Visit) -> list[tuple[Text, Line, int]]:
    """The texts that hold the words, each with a line and its page; by title those first."""
    folder = visit.archive.folder
    titled = [one for one in within.values() if _is_called(one, words)]
    found = [(one, Line("", "", ""), 0) for one in titled]
    for hit in find_words(folder, words, within=within):
        text = within[hit.text]
        if text not in titled:
            found.append((text, _line(text, hit.number, words, visit), hit.number))
    return found


def texts(visit: Visit) -> dict[str, Text]:
    """What the team wrote about people and cases, whatever its visibility; all in the index."""
    found = {}
    ledger = visit.snapshot.in_force.ledger
    for one in visit.archive.casebook.manuscripts(ledger=ledger):
        words = one.prose.markdown
        sha256 = hashlib.sha256(words.encode()).hexdigest()
        title, href = _subject(one.prose.subject, visit)
        found[sha256] = Text(
            sha256, title or one.file, one.prose.lang, partial(_same, words), partial(_at, href)
        )
    _bring_forward(found, visit)
    return found


def _same(words: str) -> str:
    return words


def _at(href: str, _page: int) -> str:
    return href


def documents(visit: Visit) -> tuple[dict[str, Text], int]:
    """The documents this visitor may read, and how many of them are not in the index yet."""
    in_force, reader = visit.snapshot.in_force, visit.reader
    held: dict[SubjectId, list[Holding]] = {}
    for one in in_force.ledger.holdings.values():
        held.setdefault(one.source, []).append(one)
    found = {}
    for source, rows in sorted(held.items()):
        described = in_force.sources.get(source)
        if described and may_read(source, in_force):
            sha256 = _last_text(rows)
            found[sha256] = _document(described, sha256, reader, visit)
    return found, _bring_forward(found, visit)


def _document(source: Source, sha256: str, reader: Reader, visit: Visit) -> Text:
    when = reader.wording.date(source.date) if source.date else ""
    address = reverse("reader", args=[slug_of(source.id)])
    return Text(
        sha256,
        source.title,
        ", ".join(filter(None, [source.publisher, when])),
        lambda: _words(sha256, visit),
        lambda page: f"{address}?page={page}" if page else address,
    )


def _last_text(held: list[Holding]) -> str:
    """The text read last, else what came in last: pasted words are their own text."""
    return max(held, key=lambda one: (bool(one.read_from), one.got_at, one.sha256)).sha256


def _words(sha256: str, visit: Visit) -> str:
    """The words of a text; none where what came in is no text and was not read."""
    vault = visit.archive.casebook.vault
    if not vault.has(sha256):
        return ""
    data = vault.get(sha256)
    return data.decode("utf-8", "replace") if form_of(data) is Form.TEXT else ""


def _bring_forward(found: Mapping[str, Text], visit: Visit) -> int:
    """Put what is missing into the index, up to a bound; how many are left."""
    folder, left = visit.archive.folder, MOST_READ
    absent = missing(folder, found)
    while absent and left > 0:
        sha256 = absent.pop(0)
        words = found[sha256].read()
        keep_words(folder, sha256, _numbered(sha256, words, visit))
        left -= len(words)
    return len(absent)


def _numbered(sha256: str, words: str, visit: Visit) -> Iterator[tuple[int, str]]:
    pages = kept_pages(visit.archive.folder, sha256) or pieces_of(words)
    return ((one.number, words[one.start : one.end]) for one in pages)


def _line(text: Text, number: int, words: str, visit: Visit) -> Line:
    pages = dict(_numbered(text.sha256, text.read(), visit))
    return line_around(pages.get(number, ""), words)


def _is_called(text: Text, words: str) -> bool:
    keys = fold_for_search(words).split()
    known = fold_for_search(f"{text.title} {text.about}").split()
    return bool(keys) and all(any(word.startswith(key) for word in known) for key in keys)


def _subject(subject: SubjectId | None, visit: Visit) -> tuple[str, str]:
    """Whom a text is about: the name, and where it is read."""
    found = visit.snapshot.find(slug_of(subject)) if subject else None
    if found is None:
        return "", ""
    if kind_of(found) is SubjectKind.CASE:
        return visit.reader.case_name(found), reverse("case", args=[slug_of(found)])
    return visit.reader.name(found), reverse("person", args=[slug_of(found)])
