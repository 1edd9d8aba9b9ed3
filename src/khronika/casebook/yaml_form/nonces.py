"""Gives claims above public a nonce, so that nobody can guess the id of what is held back.

Invariants:

- A nonce is written once, beside the claim; every other byte of the file stays as it is.
"""

from collections.abc import Callable, Iterable
from secrets import token_hex

from khronika.casebook.yaml_form.compose import lines_of
from khronika.casebook.yaml_form.node import Node

Mint = Callable[[], str]


def random_nonce() -> str:
    """32 random hex digits, as no one can guess."""
    return token_hex(16)


def with_nonces(text: str, bare: Iterable[Node], *, mint: Mint) -> str:
    """The text with a nonce for each of these claims of it."""
    lines = lines_of(text)
    for node in sorted(bare, key=lambda one: (one.line, one.column), reverse=True):
        _insert(lines, node, f"nonce: {mint()}")
    return "".join(lines)


def _insert(lines: list[str], node: Node, nonce: str) -> None:
    entries = node.entries or {}
    if node.flow:
        at = node.line - 1
        before, after = lines[at][: node.column], lines[at][node.column :]
        lines[at] = f"{before}{nonce}, {after}"
        return
    second = sorted(one.line for one in entries.values())[1]
    end = lines[node.line - 1][len(lines[node.line - 1].rstrip("\r\n\x85\u2028\u2029")) :]
    lines.insert(second - 1, " " * (node.column - 1) + nonce + end)
