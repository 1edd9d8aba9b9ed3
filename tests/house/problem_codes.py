"""Collects the codes of problems: those the source can give, and those the guide explains.

The casebook reports through a few methods that put `yaml.` before the code; they are named here.
A code made at run time (`no-{name}`) counts as a pattern.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from house.matter import PROBLEMS_PAGE, SOURCE, named, trees

CASEBOOK = SOURCE / "casebook"
REPORTING = frozenset({"add", "add_error", "add_unknown", "_refuse"})
ANY = "[a-z0-9_-]+"
_WHOLE = re.compile(r"(casebook|fold|import|ledger|merge|passage|vault)\.[a-z]+(-[a-z]+)*")
_ROW = re.compile(r"^\| `([a-z]+\.[a-z0-9_-]+)` \|", re.MULTILINE)


def possible_codes() -> set[str]:
    """Every code, as a regular expression that matches it and nothing else."""
    found = {code for path, tree in trees() for code in _codes(path, tree)}
    return found - {rf"yaml\.{ANY}"}  # the reporting methods themselves


def explained_codes() -> list[str]:
    return _ROW.findall(PROBLEMS_PAGE.read_text(encoding="utf-8"))


def unseen_reporters() -> list[str]:
    """Functions that hand on a code and are not among those known here."""
    return [
        f"{named(path)}: {node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.name not in REPORTING
        and _hands_on_a_code(node)
    ]


def _hands_on_a_code(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(_code(call), ast.Name)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and _called(call) in {"Problem", *(REPORTING - {"add"})}
    )


def _codes(path: Path, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if _called(node) == "Problem" or _is_whole(_code(node)):
            yield from _spelt(_code(node), "")
        elif path.is_relative_to(CASEBOOK) and _called(node) in REPORTING:
            yield from _spelt(_code(node), r"yaml\.")


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _code(call: ast.Call) -> ast.expr | None:
    by_name = {one.arg: one.value for one in call.keywords}
    second = call.args[1] if len(call.args) > 1 else None
    return by_name.get("code", second)


def _is_whole(code: ast.expr | None) -> bool:
    """Whether this is a code with its room, handed to something that makes a problem of it."""
    text = code.value if isinstance(code, ast.Constant) else None
    return isinstance(text, str) and bool(_WHOLE.fullmatch(text))


def _spelt(code: ast.expr | None, before: str) -> Iterator[str]:
    match code:
        case ast.Constant(value=str(text)):
            yield before + re.escape(text)
        case ast.JoinedStr(values=parts):
            yield before + "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ANY
                for part in parts
            )
