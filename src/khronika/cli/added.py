"""Which source a document became, in words."""

from collections.abc import Iterator

from khronika.casebook.adding import Added
from khronika.values.wording import Wording


def added_line(added: Added, wording: Wording) -> str:
    """The source's id, whether it is new, and the file that describes it."""
    new = wording.gettext("new") if added.is_new else wording.gettext("there already")
    return "  ".join(part for part in (added.source, f"({new})", added.file) if part)


def near_lines(added: Added, wording: Wording) -> Iterator[str]:
    """The sources whose text is nearly the same, the likest first."""
    for one in added.near:
        said = wording.gettext("Nearly the same text ({percent} %) is here already: {source}")
        yield said.format(percent=round(100 * one.likeness), source=one.name)
