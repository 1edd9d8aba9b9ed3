"""From a page's values to its bytes.

Invariants:

- Whatever a value holds is escaped; only the editors' Markdown, made HTML here, is not.
- A name that a template misspells stops the run instead of printing nothing.
"""

from collections.abc import Callable
from functools import cache
from importlib import resources

from minijinja import Environment

from khronika.values.wording import Wording

# Characters that are safe between tags and in double quotes print as they are, so that a page reads
# well and a search through its bytes finds what stands in it.
_NEEDLESS = (("&#x2f;", "/"), ("&#x27;", "'"))


def render(template: str, language: str, **values: object) -> bytes:
    """The page in this language as UTF-8."""
    return tidied(_environment(language).render_template(template, **values)).encode("utf-8")


def tidied(text: str) -> str:
    """What came out of a template, without needless escapes, spaces and empty lines."""
    for escaped, plain in _NEEDLESS:
        text = text.replace(escaped, plain)
    lines = map(str.strip, text.split("\n"))
    return "\n".join(filter(None, lines)) + "\n"


def style() -> bytes:
    """The style sheet of every page."""
    return _folder().joinpath("style.css").read_bytes()


def filter_script() -> bytes:
    """The script of the list of people, which narrows it."""
    return _folder().joinpath("filter.js").read_bytes()


def copy_script() -> bytes:
    """The script of the press pages, which puts a button under every text to copy."""
    return _folder().joinpath("copy.js").read_bytes()


@cache
def _environment(language: str) -> Environment:
    return environment(_translate(Wording.of(language)))


def environment(translate: Callable[..., str]) -> Environment:
    """The templates, with `_` said by this."""
    return Environment(
        loader=_source,
        globals={"_": translate},
        undefined_behavior="strict",
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _source(name: str) -> str:
    return _folder().joinpath(name).read_text(encoding="utf-8")


def _folder() -> resources.abc.Traversable:
    return resources.files("khronika.editions.site") / "templates"


def _translate(wording: Wording) -> Callable[..., str]:
    def translated(text: str, /, **params: str) -> str:
        return wording.gettext(text).format_map(params)

    return translated
