"""From values to text by templates: how those of every edition are found and filled.

Invariants:

- Whatever a value holds is escaped in what a browser or a reader of books opens.
- A name that a template misspells stops the run instead of printing nothing.
"""

from collections.abc import Callable
from functools import cache
from importlib import resources

from minijinja import Environment

from khronika.values.wording import Wording

_MARKUP = (".html", ".xhtml", ".opf")

# Characters that are safe between tags and in double quotes print as they are, so that a page reads
# well and a search through its bytes finds what stands in it.
_NEEDLESS = (("&#x2f;", "/"), ("&#x27;", "'"))


def render(template: str, language: str, **values: object) -> bytes:
    """The template, named `edition/name`, in this language as UTF-8."""
    text = _engine(language).render_template(template, **values)
    return tidied(text).encode("utf-8")


def engine(translate: Callable[..., str], **by_name: object) -> Environment:
    """What fills templates, with `_` said by `translate`; they may call what stands `by_name`."""
    return Environment(
        loader=_source,
        globals={"_": translate, **by_name},
        auto_escape_callback=lambda name: "html" if name.endswith(_MARKUP) else "none",
        undefined_behavior="strict",
        trim_blocks=True,
        lstrip_blocks=True,
    )


def file(edition: str, name: str) -> bytes:
    """What lies beside the templates of this edition."""
    return (resources.files(f"khronika.editions.{edition}") / "templates" / name).read_bytes()


def tidied(text: str) -> str:
    """What came out of a template, without needless escapes, spaces and empty lines."""
    for needless, plain in _NEEDLESS:
        text = text.replace(needless, plain)
    lines = [line for full in text.split("\n") if (line := full.strip())]
    return "\n".join([*lines, ""])


def translating(wording: Wording) -> Callable[..., str]:
    """The words of this language for a text of a template, with what is to be put into it."""

    def translated(text: str, /, **params: str) -> str:
        return wording.gettext(text).format_map(params)

    return translated


@cache
def _engine(language: str) -> Environment:
    return engine(translating(Wording.of(language)))


def _source(name: str) -> str:
    """The template of this name; one without an edition before it is the site's."""
    edition, _, own = name.rpartition("/")
    return file(edition or "site", own).decode("utf-8")
