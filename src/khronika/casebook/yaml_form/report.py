"""Gathers what is wrong with one file, each trouble with its line.

Invariants:

- What stands in a file of the private half is never repeated in a message.
"""

from collections.abc import Iterable

from khronika.casebook.layout import Area
from khronika.errors import KhronikaError, Problem
from khronika.schema.meant import meant


class Report:
    """The problems of one file, in the order they were found."""

    def __init__(self, file: str, area: Area) -> None:
        self.file = file
        self.area = area
        self.problems: list[Problem] = []

    def add(self, line: int, code: str, message: str, *, remedy: str = "") -> None:
        """There is trouble in this line."""
        place = f"{self.file}:{line}" if line else self.file
        self.problems.append(Problem(place, f"yaml.{code}", message, remedy))

    def add_error(self, line: int, code: str, error: KhronikaError, *, what: str) -> None:
        """A value could not be read; what it holds is told for a public file only."""
        if self.area is Area.PUBLIC:
            self.add(line, code, f"{what}: {error}")
        else:
            self.add(line, code, f"{what}: this value cannot be read; it is not repeated here.")

    def add_unknown(
        self, line: int, code: str, *, what: str, word: str, known: Iterable[str]
    ) -> None:
        """A word is not in its list; the words of the list are never a secret."""
        if self.area is Area.PUBLIC:
            self.add(line, code, f"{what} {word!r} is not known.", remedy=_sentence(word, known))
        else:
            self.add(line, code, f"{what} is not known.", remedy="Check its spelling.")

    def shown(self, word: str) -> str:
        """The word in quotes, or that it is not shown."""
        return repr(word) if self.area is Area.PUBLIC else "what stands here"


def _sentence(word: str, known: Iterable[str]) -> str:
    hint = meant(word, known)
    return hint[:1].upper() + hint[1:]
