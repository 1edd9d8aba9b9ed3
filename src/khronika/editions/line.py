"""A fact in one line of plain text, as posts, letters and calendars have it.

Invariants:

- What sources disagree about says so, or is not in it.
- Who says so stands with it, unless some source says it plainly.
"""

from dataclasses import replace

from khronika.editions.event import FactView, SaidView
from khronika.editions.press_fact import Part, PressFact
from khronika.editions.reader import Reader
from khronika.values.wording import Wording

_SELF_EVIDENT = "articles-accused"  # "accused under" says already that somebody alleges it


def titled(fact: PressFact, reader: Reader) -> str:
    """What the fact is about, and what is said."""
    said = line_of(fact, reader)
    return labelled(fact.label, said, reader) if said else fact.label


def line_of(fact: PressFact, reader: Reader) -> str:
    """What is said, without what it is about."""
    return ", ".join(_part(part, fact.kind, reader) for part in fact.parts)


def labelled(label: str, said: str, reader: Reader) -> str:
    """The two with a colon, as the language puts it."""
    return reader.wording.gettext("{label}: {said}").format(label=label, said=said)


def _part(part: Part, kind: str, reader: Reader) -> str:
    fact = part.fact
    if kind == _SELF_EVIDENT:
        fact = replace(fact, values=tuple(replace(one, backing=()) for one in fact.values))
    said = in_words(fact, reader.wording)
    return labelled(fact.label, said, reader) if fact.label else said


def in_words(fact: FactView, wording: Wording) -> str:
    """The field in a phrase: its value with who says so, or every value that is said."""
    said = list(dict.fromkeys(_said(value) for value in fact.values))
    if not fact.disputed:
        return wording.join(said)
    if len(said) == 2:
        template = wording.gettext("{one} by one account, {other} by another")
        return template.format(one=said[0], other=said[1])
    return f"{wording.join(said)} ({wording.gettext('sources disagree')})"


def _said(value: SaidView) -> str:
    """The value, and who says so unless some source says it plainly."""
    words = value.backing[0].words if value.backing else ""
    return f"{value.text} ({words})" if words else value.text
