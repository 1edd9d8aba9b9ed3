"""Reads a page the way a strict reader would: every element closed, in order, by its own tag."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from khronika.clearance.publication import Publication
from khronika.editions.edition import Edition

VOID = frozenset({"meta", "link", "br", "img", "hr", "input"})


@dataclass
class Element:
    """An element with its attributes, children and texts, in order."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        yield self
        for one in self.inside:
            if isinstance(one, Element):
                yield from one.walk()

    def all(self, tag: str = "", *, of_class: str = "", **attributes: str) -> list["Element"]:
        return [
            one
            for one in self.walk()
            if (not tag or one.tag == tag)
            and (not of_class or of_class in one.classes)
            and attributes.items() <= one.attributes.items()
        ]

    def one(self, tag: str = "", **wanted: str) -> "Element":
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} of {tag} {wanted}"
        return found[0]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        parts = [one if isinstance(one, str) else one.text for one in self.inside]
        return " ".join(" ".join(parts).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice in <{tag}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(data: bytes) -> Element:
    """The page as a tree; fails where an element is not closed by its own tag."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    assert reader.open == [reader.root], f"<{reader.open[-1].tag}> is never closed"
    return reader.root


def rendered(edition: Edition, publication: Publication) -> dict[str, bytes]:
    """Every file of the edition by its path; a path must not come twice."""
    files = [(file.path, file.render()) for file in edition.files(publication)]
    assert len(dict(files)) == len(files)
    return dict(files)


@lru_cache(maxsize=64)
def parsed(data: bytes) -> Element:
    """As `read_page`, read once for the many tests that look at one page."""
    return read_page(data)
