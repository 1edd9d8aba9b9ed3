"""A place in a code of law, equal by value however it was spelled.

Invariants:

- An article is a text, never a number: 205.10 is not 205.1, 20.20 is not 20.2.
- What is absent is the empty text, and agrees with everything.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from khronika.errors import KhronikaError

SHAPE = re.compile(
    r"([A-Z]{2,3}-[A-Za-z]{2,6}) (\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d)?)"
    r"(?:/(\d{1,2}(?:\.\d{1,2})?)?(?:/([a-z]{1,2}|\d{1,2}))?)?",
    re.ASCII,
)


class InvalidLegalReference(KhronikaError):
    """A text is not a canonical legal reference; the message shows one."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not a legal reference; write code, article, part and point as in "
            "RU-UK 205.2/2/a."
        )
        self.text = text


@dataclass(frozen=True, slots=True)
class LegalReference:
    """An article of a code, and the part and point of it where they are known."""

    code: str
    article: str
    part: str = ""
    point: str = ""

    @staticmethod
    def parse(text: str) -> "LegalReference":
        """Read the canonical form, `RU-UK 205.2/2/a` or less of it."""
        return _parse(text)

    def agrees_with(self, other: "LegalReference") -> bool:
        """Whether both could be the same charge: nothing that both name differs."""
        return (
            (self.code, self.article) == (other.code, other.article)
            and (self.part == other.part or not self.part or not other.part)
            and (self.point == other.point or not self.point or not other.point)
        )

    def refines(self, other: "LegalReference") -> bool:
        """Whether the other names the same place, only less precisely."""
        return (
            self != other
            and (self.code, self.article) == (other.code, other.article)
            and other.part in ("", self.part)
            and other.point in ("", self.point)
        )

    def __lt__(self, other: "LegalReference") -> bool:
        """In the order of the code: article 205.2 stands before 205.10."""
        return self._order() < other._order()

    def __str__(self) -> str:
        tail = f"/{self.part}/{self.point}" if self.point else f"/{self.part}" if self.part else ""
        return f"{self.code} {self.article}{tail}"

    def _order(self) -> tuple[str, list[int], list[int], str]:
        return self.code, _numbers(self.article), _numbers(self.part), self.point


def _numbers(dotted: str) -> list[int]:
    return [int(number) for number in dotted.replace("-", ".").split(".") if number]


@lru_cache(maxsize=4_096)
def _parse(text: str) -> LegalReference:
    found = SHAPE.fullmatch(text.strip())
    if found is None or found[0].endswith("/"):
        raise InvalidLegalReference(text)
    return LegalReference(*(group or "" for group in found.groups()))
