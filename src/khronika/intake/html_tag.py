"""What the elements of HTML are to a reader: what divides text, what is furniture, what a note."""

import re
from collections.abc import Mapping

from khronika.intake.reading import PartKind

UNREAD = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "textarea",
        "select",
        "button",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "datalist",
    }
)
DIVIDING = frozenset(
    {
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "address",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "fieldset",
        "hr",
        "details",
        "summary",
        "center",
    }
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CAPTIONS = frozenset({"figcaption", "caption"})
CELLS = frozenset({"td", "th"})
_FURNITURE = frozenset({"nav", "footer", "aside", "form"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog"}
)
_NOTES = frozenset(
    {
        "doc-footnote",
        "doc-endnote",
        "doc-endnotes",
        "footnote",
        "footnotes",
        "endnote",
        "endnotes",
        "rearnote",
        "rearnotes",
        "references",
        "reflist",
    }
)
_CALLS = frozenset({"doc-noteref", "noteref", "footnote-ref", "footnoteref", "reference"})
_CALL = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?")
_HIDDEN = ("display:none", "visibility:hidden")

Attributes = Mapping[str, str | None]


def is_hidden(attributes: Attributes) -> bool:
    """Whether a reader does not see the element."""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or any(one in style for one in _HIDDEN)


def is_furniture(tag: str, attributes: Attributes) -> bool:
    """Whether the element is what stands around an article."""
    return tag in _FURNITURE or (attributes.get("role") or "") in _FURNITURE_ROLES


def is_note(attributes: Attributes) -> bool:
    """Whether the element is a footnote, or a list of them."""
    return bool(_NOTES & _words(attributes))


def is_call(attributes: Attributes, text: str) -> bool:
    """Whether the element is a mark that calls a note, and says that it is."""
    return bool(_CALLS & _words(attributes) and _CALL.fullmatch(text.strip()))


def is_mark(text: str) -> bool:
    """Whether this is nothing but a figure or sign, as calls of notes are."""
    return bool(_CALL.fullmatch(text.strip()))


def kind_of(tag: str, attributes: Attributes, inherited: PartKind) -> PartKind:
    """What the text of the element is."""
    if is_note(attributes):
        return PartKind.FOOTNOTE
    if tag in HEADINGS:
        return PartKind.HEADING
    if tag in CAPTIONS:
        return PartKind.CAPTION
    return inherited


def _words(attributes: Attributes) -> set[str]:
    told = (attributes.get(name) or "" for name in ("role", "epub:type", "class"))
    return set(" ".join(told).lower().split())
