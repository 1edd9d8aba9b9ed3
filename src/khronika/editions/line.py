"""A fact in one line of plain text, as posts, letters and calendars have it.

Invariants:

- What sources disagree about says so, or is not in it.
- Who says so stands with it, unless some source says it plainly.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from khronika.editions.event import FactView, SaidView
from khronika.editions.press_fact import Part, PressFact
from khronika.editions.reader import Reader

_SELF_EVIDENT = "articles-accused"  # "accused under" says already that somebody alleges it
_NAMED = "case"  # is mostly called "the case of ..." anyway


def titled(fact: PressFact, reader: Reader) -> str:
    """What the fact is about, and what is said."""
    said = line_of(fact, reader)
    if not said:
        return fact.label
    return reader.said(_named if fact.kind == _NAMED else _labelled, fact.label, said)


def head_of(fact: PressFact, reader: Reader) -> str:
    """What stands before what is said; nothing where the name of a case says that it is one."""
    if not fact.parts:
        return fact.label
    if fact.kind == _NAMED:
        return reader.perhaps(_head_of_name, fact.label, line_of(fact, reader))
    return reader.said(_head, fact.label)


def line_of(fact: PressFact, reader: Reader) -> str:
    """What is said, without what it is about."""
    return ", ".join(_part(part, fact.kind, reader) for part in fact.parts)


def labelled(label: str, said: str, reader: Reader) -> str:
    """The two with a colon, as the language puts it."""
    return reader.said(_labelled, label, said)


def apart(said: Iterable[str], reader: Reader) -> str:
    """These one after another with a semicolon between, as the language puts it."""
    return reader.wording.gettext("{one}; {other}").format(one="", other="").join(said)


def _labelled(label: str, said: str, reader: Reader) -> str:
    return reader.wording.gettext("{label}: {said}").format(label=label, said=said)


def _named(label: str, name: str, reader: Reader) -> str:
    return name if _says(name, label) else _labelled(label, name, reader)


def _head(label: str, reader: Reader) -> str:
    return reader.wording.gettext("{label}:").format(label=label)


def _head_of_name(label: str, name: str, reader: Reader) -> str:
    return "" if _says(name, label) else _head(label, reader)


def _says(name: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", name, re.IGNORECASE) is not None


def _part(part: Part, kind: str, reader: Reader) -> str:
    fact = part.fact
    if kind == _SELF_EVIDENT:
        fact = replace(fact, values=tuple(replace(one, backing=()) for one in fact.values))
    said = in_words(fact, reader)
    return labelled(fact.label, said, reader) if fact.label else said


def in_words(fact: FactView, reader: Reader) -> str:
    """The field in a phrase: its value with who says so, or every value that is said."""
    said = tuple(map(_said, fact.values))
    if len(said) == 1 and not fact.disputed:
        return said[0]
    return reader.said(_phrase, said, fact.disputed)


def _phrase(texts: Sequence[str], disputed: bool, reader: Reader) -> str:  # noqa: FBT001 - as `said` hands it on
    wording, said = reader.wording, list(dict.fromkeys(texts))
    if not disputed:
        return wording.join(said)
    if len(said) == 2:
        template = wording.gettext("{one} by one account, {other} by another")
        return template.format(one=said[0], other=said[1])
    return f"{wording.join(said)} ({wording.gettext('sources disagree')})"


def _said(value: SaidView) -> str:
    """The value, and who says so unless some source says it plainly."""
    words = value.backing[0].words if value.backing else ""
    return f"{value.text} ({words})" if words else value.text
