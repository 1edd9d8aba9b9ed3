"""A page with its words left open: made once, then said in every language.

Most of a person's page is the same in all languages: which facts stand on it, in what order, with
which notes. A `Draft` is handed to the views in place of a `Reader`; whatever depends on the
language comes back as a mark, and each language's words are put in the places of the marks.

Invariants:

- A draft said in a language is byte for byte the page that its reader would have made.
- What differs between languages in more than words (an order, a line that one of them leaves out)
  is no draft: `SaidDifferently` is raised, and every language makes that page for itself.
- Marks are framed by noncharacters, which no text meant for exchange holds.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import Any, NoReturn

from khronika.clearance.publication import Publication
from khronika.editions.path import case_page, link, person_page
from khronika.editions.reader import Reader
from khronika.editions.site.facts import escaped, in_language
from khronika.editions.site.page import if_current
from khronika.editions.site.story import told
from khronika.errors import Say
from khronika.schema.subject import SubjectId
from khronika.values.wording import Wording

_EDGE = "\ufdd0"  # before and behind the number of a mark
_MARK = re.compile(f"{_EDGE}([0-9]+){_EDGE}")
_EDGE_IN_BYTES = _EDGE.encode("utf-8")
_PERHAPS = "\ufdd2"  # before the mark of what may turn out to be nothing
_WORDED = frozenset(
    {
        "date",
        "day",
        "gettext",
        "legal",
        "legal_short",
        "money",
        "ngettext",
        "number",
        "term",
        "value",
    }
)


class SaidDifferently(Exception):
    """Languages differ here in more than words."""


class Mark(str):
    """Words left open. They stand in a text as they are; whoever looks into them has no draft."""

    __slots__ = ()

    def __bool__(self) -> bool:
        """There will be words."""
        return True

    def _looked_into(self, *_: object, **__: object) -> NoReturn:
        raise SaidDifferently

    __lt__ = __gt__ = __le__ = __ge__ = __getitem__ = __len__ = __iter__ = _looked_into
    capitalize = casefold = lower = upper = title = strip = lstrip = rstrip = _looked_into
    endswith = startswith = format = format_map = split = partition = _looked_into


Sheet = Sequence[bytes]  # a page: text, number of a mark, text, and so on; text at both ends


class Draft(Reader):
    """A reader of no language yet; `readers` are those it is made for."""

    def __init__(self, publication: Publication, readers: Sequence[Reader]) -> None:
        self.__dict__.update(publication=publication, readers=tuple(readers))
        self.__dict__.update(marks={}, keys=[], tongues={})

    readers: tuple[Reader, ...]
    marks: dict[tuple[Hashable, ...], Mark]
    keys: list[tuple[Any, ...]]
    tongues: dict[str, str]

    @property
    def language(self) -> str:
        """Nobody may ask a draft for it."""
        raise SaidDifferently

    @cached_property
    def wording(self) -> Wording:
        """A wording whose words come later."""
        return _OpenWording(self)

    def said(self, say: Callable[..., str], *about: Hashable) -> str:
        """A mark for what is to be said."""
        key = (say, *about)
        mark = self.marks.get(key)
        if mark is None:
            mark = self.marks[key] = Mark(f"{_EDGE}{len(self.keys)}{_EDGE}")
            self.keys.append(key)
        return mark

    def perhaps(self, say: Callable[..., str], *about: Hashable) -> str:
        """A mark that `sheet` takes out with its element where there is nothing to say."""
        return Mark(f"{_PERHAPS}{self.said(say, *about)}")

    def in_order(self, texts: Iterable[str]) -> list[str]:
        """The texts in the order of their words, if that is the same in every language."""
        texts = list(texts)
        if len(texts) < 2:
            return texts
        orders = {tuple(sorted(texts, key=Words(self, reader).in_text)) for reader in self.readers}
        if len(orders) != 1:
            raise SaidDifferently
        return list(orders.pop())

    def foreign(self, language: str) -> str:
        """A mark for a `lang` attribute, which `sheet` takes out of the language's own pages."""
        if language and language not in self.tongues:
            self.tongues[language] = self.said(_foreign, language)
        return self.tongues[language] if language else ""

    def file(self, page: str) -> str:
        """The page below whatever folder a language has: links among its pages are the same."""
        return page

    def href(self, page: str, subject: SubjectId) -> str:
        """The link, which is the same below every language's folder; `page` is named below it."""
        address = self.publication.addresses.get(subject, "")
        if address and subject in self.publication.people:
            return link(page, person_page(address))
        return link(page, case_page(address)) if address else ""

    def sheet(self, html: str) -> Sheet:
        """The page as it came out of its template, taken apart at the marks."""
        for language, mark in self.tongues.items():
            html = html.replace(f' lang="{mark}"', self.said(_attribute, language))
        return self._with_elements(html).encode("utf-8").split(_EDGE_IN_BYTES)

    def _with_elements(self, html: str) -> str:
        """What may be nothing becomes one mark with the element around it."""
        while (at := html.find(_PERHAPS)) >= 0:
            start, end = html.rindex("<", 0, at), html.index(">", at) + 1
            stop = html.index("<", at)
            element = self.said(_element, html[start:at], html[at + 1 : stop], html[stop:end])
            html = html[:start] + element + html[end:]
        return html


class Words(dict[bytes, bytes]):
    """What each mark of a draft is in one language, as it stands in a page; made when asked for."""

    def __init__(self, draft: Draft, reader: Reader) -> None:
        super().__init__()
        self._draft = draft
        self._reader = reader
        self._texts: dict[int, str] = {}  # words are about other words, and these about others

    def __missing__(self, mark: bytes) -> bytes:
        number = int(mark)
        text = self._said(number)
        if self._draft.keys[number][0] not in _WHOLE:
            text = escaped(text)
        words = self[mark] = text.encode("utf-8")
        return words

    def page(self, sheet: Sheet) -> bytes:
        """The page in this language."""
        parts = list(sheet)
        parts[1::2] = map(self.__getitem__, sheet[1::2])
        return b"".join(parts)

    def in_text(self, text: str) -> str:
        """A text with its marks said."""
        return _MARK.sub(lambda found: self._said(int(found[1])), text)

    def _said(self, mark: int) -> str:
        if mark not in self._texts:
            say, *about = self._draft.keys[mark]
            self._texts[mark] = str(say(*map(self._filled, about), self._reader))
        return self._texts[mark]

    def _filled(self, part: object) -> object:
        """Words can be about other words."""
        if isinstance(part, str):
            return self.in_text(part) if _EDGE in part else part
        if type(part) is tuple:
            return tuple(map(self._filled, part))
        return part


class _OpenWording(Wording):
    """A wording that leaves all words open."""

    __slots__ = ("_draft",)

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def __getattribute__(self, name: str) -> Any:
        """How something will be said; what this does not know cannot be drafted."""
        draft = object.__getattribute__(self, "_draft")
        if name == "say":
            return lambda say: draft.said(_say, say.code, tuple(say.params.items()))
        if name in _WORDED:
            return lambda *about: draft.said(_worded, name, *about)
        raise SaidDifferently


def _worded(name: str, *about_and_reader: Any) -> str:
    *about, reader = about_and_reader
    return str(getattr(reader.wording, name)(*about))


def _say(code: str, params: tuple[tuple[str, object], ...], reader: Reader) -> str:
    return reader.wording.say(Say(code, dict(params)))


def _foreign(language: str, reader: Reader) -> str:
    return reader.foreign(language)


def _attribute(language: str, reader: Reader) -> str:
    return in_language(reader.foreign(language))


def _element(start: str, text: str, end: str, _: Reader) -> str:
    return f"{start}{escaped(text)}{end}" if text else ""


_WHOLE = frozenset({_attribute, _element, if_current, told})  # HTML, and not words within it
