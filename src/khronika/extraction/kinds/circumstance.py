"""What the kinds share: places, agencies, courts, and fields that are left out when absent."""

import re
from collections.abc import Mapping

from khronika.extraction.linking import Heard, Linked
from khronika.extraction.marking import Atom
from khronika.extraction.sign import Sign
from khronika.schema.value import Choice, Text, Value

PLACE_AFTER = 90  # characters behind its verb in which a place is looked for


def kept(**fields: Value | None) -> Mapping[str, Value]:
    """The fields that have a value."""
    return {name.replace("_", "-"): value for name, value in fields.items() if value is not None}


def text(words: str, lang: str = "") -> Text | None:
    """Words as a value; None for no words."""
    words = " ".join(words.split()).strip(" ,;:.–—-")
    return Text(words, lang) if words else None


def choice(name: str) -> Choice | None:
    """An answer of a closed set; None for no name."""
    return Choice(name) if name else None


def place_of(linked: Linked) -> Text | None:
    """The place named behind these words, if one is."""
    marked = linked.heard.marked
    pattern = linked.heard.grammar.lists["link"].get("place")
    if pattern is None:
        return None
    end = linked.match.end()
    stop = re.search(r"[;!?]", marked.raw[end : end + PLACE_AFTER])
    limit = end + (stop.start() if stop else PLACE_AFTER)
    found = pattern.search(marked.raw, end, min(limit, len(marked.raw)))
    return text(found["place"]) if found else None


def agency_of(linked: Linked) -> Text | None:
    """The agency named in the same words or right beside them."""
    marked = linked.heard.marked
    pattern = linked.heard.grammar.lists["link"].get("agency")
    if pattern is None:
        return None
    start, end = max(0, linked.match.start() - 50), linked.match.end() + 50
    found = pattern.search(marked.raw, start, end)
    return text(found[0]) if found else None


def court_of(heard: Heard, match: re.Match[str]) -> Atom | None:
    """The court that did it: the nearest before these words, else in them or soon after."""
    courts = [atom for atom in heard.marked.atoms if atom.sign is Sign.COURT]
    named = [atom for atom in courts if any(sign.isupper() for sign in atom.text[1:])] or courts
    before = [atom for atom in named if atom.at < match.end()]
    after = [atom for atom in named if match.end() <= atom.at < match.end() + 80]
    return next(iter(before[-1:] or after[:1]), None)


def court_name(atom: Atom | None) -> Text | None:
    """The court as it is written; None for "the court" without a name."""
    if atom is None:
        return None
    words = re.sub(r"^(?:the|an?|The|An?) ", "", atom.text.strip())
    return text(words) if any(sign.isupper() for sign in words) else None


def first_listed(heard: Heard, table: str, words: str) -> str:
    """The name of the first pattern of a table that is found in these words."""
    folded = words.lower().replace("ё", "е")
    for name, pattern in heard.grammar.lists.get(table, {}).items():
        if pattern.search(folded):
            return name
    return ""
