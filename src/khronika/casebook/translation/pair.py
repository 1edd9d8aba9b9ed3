"""A text beside its translation, paragraph by paragraph, and what has changed since.

A translation remembers the marks of the original's paragraphs at the time it was made; so which of
them changed is known without keeping the old text.

Invariants:

- A paragraph whose original is as it was keeps its translation, wherever it moved to.
- What changed is never said to be translated: it is marked, with the old translation beside it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from khronika.casebook.manuscript import Manuscript
from khronika.schema.subject import SubjectId

UNTRANSLATED = "[…]"  # stands in a translation for a paragraph that nobody translated yet
_BETWEEN = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Pair:
    """One paragraph, its mark, its translation (empty for none), and whether it has changed."""

    source: str
    mark: str
    translation: str
    changed: bool


def paragraphs(markdown: str) -> list[str]:
    """The paragraphs of a text, without the space around them."""
    return [part.strip() for part in _BETWEEN.split(markdown.strip()) if part.strip()]


def paragraph_mark(paragraph: str) -> str:
    """What tells whether a paragraph is as it was: twelve digits of a hash over its words."""
    return hashlib.sha256(" ".join(paragraph.split()).encode()).hexdigest()[:12]


def marks(markdown: str) -> tuple[str, ...]:
    """The marks of all its paragraphs, in order."""
    return tuple(map(paragraph_mark, paragraphs(markdown)))


def pairs(original: str, translation: str, known: Iterable[str]) -> list[Pair]:
    """The original's paragraphs beside their translations.

    `known` are the marks the translation was made from; without them nobody knows what changed,
    and everything that is translated is marked.
    """
    sources, now = paragraphs(original), marks(original)
    said, before = paragraphs(translation), tuple(known)
    place = _places(before, now) if len(before) == len(said) else {}
    found = []
    for at, (source, mark) in enumerate(zip(sources, now, strict=True)):
        old = place.get(at, at if not place and at < len(said) else -1)
        text = said[old] if 0 <= old < len(said) else ""
        as_it_was = at in place and before[old] == mark
        translated = "" if text == UNTRANSLATED else text
        found.append(Pair(source, mark, translated, changed=not as_it_was and bool(translated)))
    return found


def _places(before: tuple[str, ...], now: tuple[str, ...]) -> dict[int, int]:
    """Which old paragraph each new one was: the same one, or the one it took the place of."""
    place: dict[int, int] = {}
    matcher = SequenceMatcher(a=before, b=now, autojunk=False)
    for tag, old, old_end, new, new_end in matcher.get_opcodes():
        if tag in {"equal", "replace"}:
            place |= dict(zip(range(new, new_end), range(old, old_end), strict=False))
    return place


Key = tuple[str, SubjectId | None]


def by_subject(texts: Iterable[Manuscript]) -> dict[Key, dict[str, Manuscript]]:
    """The texts of each slot and subject by language."""
    found: dict[Key, dict[str, Manuscript]] = {}
    for text in texts:
        found.setdefault((text.prose.slot, text.prose.subject), {})[text.prose.lang] = text
    return found


def stale_translations(texts: Iterable[Manuscript]) -> frozenset[str]:
    """The files of translations whose original has changed since, or is gone."""
    grouped = by_subject(texts)
    return frozenset(one.file for group in grouped.values() for one in _stale(group))


def _stale(group: Mapping[str, Manuscript]) -> Iterator[Manuscript]:
    for text in group.values():
        if text.translated_from:
            original = group.get(text.translated_from)
            if original is None or marks(original.prose.markdown) != text.source_paragraphs:
                yield text
