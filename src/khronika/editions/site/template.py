"""From a page's values to its bytes.

Invariants:

- Whatever a value holds is escaped; only the editors' Markdown, made HTML here, is not.
- A name that a template misspells stops the run instead of printing nothing.
"""

import re
from collections.abc import Callable, Hashable
from functools import cache

from khronika.editions.site.facts import Facts, escaped
from khronika.editions.site.page import Frame
from khronika.editions.template import engine, file, tidied, translating
from khronika.values.wording import Wording

_BETWEEN = "\ufdd3"
_OPEN = {
    "title": "\ufdd4",
    "file": "\ufdd5",
    "run": "\ufdd6",
    "content": "\ufdd7",
    "colophon": "\ufdd8",
}  # what base.html leaves open; no text meant for exchange holds these signs
_SLOT = re.compile("([\ufdd4-\ufdd6]|[\ufdd7\ufdd8]\n)")  # the last two are lines of their own


def render(template: str, language: str, *, page: Frame | None = None, **values: object) -> bytes:
    """The page in this language as UTF-8; with a frame around it unless it is one of its own."""
    return _templates(language).page(template, page, **values).encode("utf-8")


class Templates:
    """The templates, with `_` said by `translate`.

    What stands around a page is made once for every kind of frame, and then filled.
    """

    def __init__(self, translate: Callable[..., str]) -> None:
        facts = Facts(translate)
        self._engine = engine(facts.translated, between=_BETWEEN, **facts.by_name())
        self._around: dict[Hashable, list[str]] = {}

    def page(self, template: str, page: Frame | None = None, **values: object) -> str:
        """The page as text."""
        if page is None:
            return tidied(self._engine.render_template(template, **values))
        parts = self._engine.render_template(template, page=page, **values).split(_BETWEEN)
        run, content, colophon = parts
        return self._framed(page, run=run.strip(" \n"), content=content, colophon=colophon)

    def _framed(self, page: Frame, *, run: str, content: str, colophon: str) -> str:
        filled = {
            _OPEN["title"]: escaped(page.title),
            _OPEN["file"]: escaped(page.file),
            _OPEN["run"]: f"{run} " if run else "",
            f"{_OPEN['content']}\n": tidied(content),
            f"{_OPEN['colophon']}\n": tidied(colophon),
        }
        kind = page.kind
        if kind not in self._around:
            text = tidied(self._engine.render_template("base.html", page=page, open=_OPEN))
            self._around[kind] = _SLOT.split(text)
        return "".join(filled.get(part, part) for part in self._around[kind])


def style() -> bytes:
    """The style sheet of every page."""
    return file("site", "style.css")


def filter_script() -> bytes:
    """The script of the list of people, which narrows it."""
    return file("site", "filter.js")


def copy_script() -> bytes:
    """The script of the press pages, which puts a button under every text to copy."""
    return file("site", "copy.js")


def find_script() -> bytes:
    """The script of the page to find on."""
    return file("site", "find.js")


@cache
def _templates(language: str) -> Templates:
    return Templates(translating(Wording.of(language)))
