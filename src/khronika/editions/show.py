"""One value as a reader sees it: its text, the language of that text, a link where it is one."""

import re
from functools import lru_cache
from typing import NamedTuple

from khronika.editions.reader import Reader
from khronika.schema.kind import FieldSpec
from khronika.schema.label import choice_label
from khronika.schema.value import Choice, Key, Single, Text, Value, in_order
from khronika.schema.vocabulary import label
from khronika.values.date import PartialDate

_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+\Z")
_MACHINE_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?\Z")  # what <time> knows; no seasons


class Shown(NamedTuple):
    """A value in words. `lang` is empty where the text is in the page's own language."""

    text: str
    lang: str = ""
    href: str = ""
    machine: str = ""


def show(value: Value, spec: FieldSpec, *, reader: Reader, said_in: str) -> Shown:
    """The value in the reader's language; words printed as written keep their own."""
    if isinstance(value, Text):
        labels = reader.publication.labels.get(value.text) if spec.type == "key" else None
        if labels and (translated := labels.get(reader.language)):
            return Shown(translated)
        href = link_to(value.text) if spec.name in {"url", "contact"} else ""
        lang = "" if spec.type == "word" else reader.foreign(value.lang or said_in)
        return Shown(value.text, lang, href)
    machine = _for_machines(str(value)) if isinstance(value, PartialDate) else ""
    return Shown(reader.said(_in_words, value, spec.of), "", "", machine)


@lru_cache(maxsize=4096)
def _for_machines(text: str) -> str:
    return text if _MACHINE_DATE.match(text) else ""


def begun_with(text: str, reader: Reader) -> str:
    """The text as the beginning of a line, whatever words are still open in it."""
    return reader.said(_begun_with, text)


def _begun_with(text: str, _: Reader) -> str:
    return capital(text)


def _in_words(value: Value, of: str, reader: Reader) -> str:
    if isinstance(value, tuple):
        texts = [_single(one, of, reader) for one in in_order(value) if not isinstance(one, tuple)]
        return reader.wording.join(texts)
    return _single(value, of, reader)


def _single(value: Single, of: str, reader: Reader) -> str:
    match value:
        case Key():
            return label(value.table, value.key, reader.language)
        case Choice():
            return choice_label(of, value.choice, reader.language)
        case Text():
            return value.text
        case _:
            return reader.wording.value(value)


@lru_cache(maxsize=4096)  # sources and contacts come back on page after page
def link_to(text: str) -> str:
    """Where the text leads if it is a web or mail address; empty for everything else."""
    if text.startswith(("https://", "http://")) and not re.search(r"[\s<>\"]", text):
        return text
    return f"mailto:{text}" if _EMAIL.match(text) else ""


def capital(text: str) -> str:
    """The text as the beginning of a line."""
    return text[:1].upper() + text[1:]
