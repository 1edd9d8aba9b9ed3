"""Which trouble in the files may have lost something that protects a person.

A claim that cannot be read is missing from the record, and the rest can go out. A decision that
cannot be read may have been a refusal, a restriction, a "do not list": nothing goes out before
somebody has looked.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from khronika.errors import Problem

# Trouble after which nothing of the file was read, or nobody knows whom it is about.
WHOLE_FILE = frozenset(
    f"yaml.{code}"
    for code in (
        "bad-id", "duplicate-key", "link", "merge-key", "no-id", "not-a-file", "not-utf-8",
        "syntax", "tab", "too-deep", "too-large", "truncated", "unknown-subject-kind",
        "unreadable",
    )
)  # fmt: skip
_PLACE = re.compile(r"(?P<file>.+?)(:(?P<line>\d+))?\Z")
_TOP_KEY = re.compile(r"(?P<key>[A-Za-z_]+)\s*:")


def may_protect(problems: Iterable[Problem], folder: Path) -> tuple[Problem, ...]:
    """Those of the problems after which a decision may be missing, in order."""
    return tuple(problem for problem in sorted(problems) if _may_protect(problem, folder))


def _may_protect(problem: Problem, folder: Path) -> bool:
    if problem.code in WHOLE_FILE:
        return True
    place = _PLACE.match(problem.place)
    if place is None or place["line"] is None:
        return True
    return _section(folder / place["file"], int(place["line"])) == "decisions"


def _section(path: Path, line: int) -> str:
    """The last key at the margin above the line; what cannot be read is taken for the worst."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return "decisions"
    keys = [found["key"] for text in lines[:line] if (found := _TOP_KEY.match(text))]
    return keys[-1] if keys else "decisions"
