"""Trouble in the material is a value: it is collected, and never stops a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, where, and what to do about it.

    `code` is stable ("yaml.duplicate-key") and listed in the docs; `place` is a file and line, a
    source and page, or a subject; `message` is one sentence, `remedy` another or empty.
    """

    place: str
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """One line: place, message, remedy, code."""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.place}: {self.message}{remedy} [{self.code}]"
