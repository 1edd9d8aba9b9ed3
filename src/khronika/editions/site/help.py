"""How to help: what people who write to prisoners have learned, and how sure each of it is.

Invariants:

- No address stands on this page: a letter goes to a person, and the address is on their page.
- What was read somewhere carries its source; what is only recalled says that it must be checked.
"""

from dataclasses import dataclass

from khronika.editions.advice import AdvicePart, advice_parts
from khronika.editions.path import CALENDAR, PEOPLE, link, page_path
from khronika.editions.reader import Reader


@dataclass(frozen=True, slots=True)
class HelpView:
    """Everything the page prints."""

    parts: tuple[AdvicePart, ...]
    people: str
    calendar: str


def help_view(page: str, reader: Reader) -> HelpView:
    """The page in this language."""
    return HelpView(
        parts=advice_parts(reader),
        people=link(page, page_path(reader.language, PEOPLE)),
        calendar=link(page, page_path(reader.language, CALENDAR)),
    )
