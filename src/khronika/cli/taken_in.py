"""What came into the record, in words."""

from collections.abc import Iterator, Sequence

from khronika.ledger.store import Appended
from khronika.values.wording import Wording


def taken_in(appended: Appended, files: Sequence[str], wording: Wording) -> Iterator[str]:
    """How much was new, and the files that hold it."""
    yield wording.gettext(
        "New: statements {claims}, sources {sources}, files of sources {holdings}, "
        "decisions {decisions}."
    ).format(
        claims=appended.claims,
        sources=appended.sources,
        holdings=appended.holdings,
        decisions=appended.decisions,
    )
    yield from (f"  {file}" for file in files)
