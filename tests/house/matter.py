"""What the tests of the house read: the source, the Markdown files, the words in code spans."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "khronika"
COMMANDS_PAGE = ROOT / "docs" / "guide" / "commands.md"
PROBLEMS_PAGE = ROOT / "docs" / "guide" / "problems.md"

_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")


def modules(folder: Path = SOURCE) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def rooms() -> list[str]:
    return sorted(folder.parent.name for folder in SOURCE.glob("*/__init__.py"))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in modules():
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def pages() -> list[Path]:
    """Every Markdown file of the project, its built site left out."""
    docs = (path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
    return sorted([*ROOT.glob("*.md"), *docs])


def fences(page: Path) -> list[tuple[str, str]]:
    """The fenced blocks: the word after the fence, and the body."""
    found = _FENCE.finditer(page.read_text(encoding="utf-8"))
    return [(one["info"].strip(), one["body"]) for one in found]


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def code_lines(page: Path) -> list[str]:
    """Every line of a fenced block and every code span."""
    fenced = [line.strip() for _, body in fences(page) for line in body.splitlines()]
    return [*fenced, *_SPAN.findall(prose(page))]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
