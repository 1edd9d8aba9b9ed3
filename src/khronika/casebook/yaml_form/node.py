"""A YAML file as a tree of texts, lists and mappings that remember their lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from khronika.schema.canonical import Json

Held: TypeAlias = "str | tuple[Node, ...] | Mapping[str, Node]"


@dataclass(frozen=True, slots=True)
class Node:
    """One text, list or mapping.

    `line` is where it is introduced (the line of its key in a mapping), `column` where its own
    text begins; both count from 1. `flow` is true for `[…]` and `{…}`.
    """

    held: Held
    line: int
    column: int
    flow: bool = False

    @property
    def text(self) -> str | None:
        """The text, if it is one."""
        return self.held if isinstance(self.held, str) else None

    @property
    def items(self) -> tuple["Node", ...] | None:
        """The list, if it is one; nothing at all after a key counts as an empty list."""
        if self.held == "":
            return ()
        return self.held if isinstance(self.held, tuple) else None

    @property
    def entries(self) -> Mapping[str, "Node"] | None:
        """The mapping, if it is one."""
        return self.held if isinstance(self.held, Mapping) else None


def plain(node: Node) -> Json:
    """The same without lines."""
    if isinstance(node.held, str):
        return node.held
    if isinstance(node.held, tuple):
        return [plain(one) for one in node.held]
    return {name: plain(one) for name, one in node.held.items()}
