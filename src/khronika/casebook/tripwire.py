"""The last look at what is about to be written: whether it holds words that may not leave.

Invariants:

- Every file is read before the next are made, or was read when it was made; pages that are the
  same whatever the record holds are not: everyday words on them would stop a publication for
  nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from khronika.casebook.standing import Finished, Part, Standing
from khronika.clearance.scan import Hit, scan
from khronika.errors import KhronikaError
from khronika.schema.claim import ClaimId

SCANNED_AT_ONCE = 32 * 1024 * 1024  # bytes held in memory; building the scanner costs more than it
NAMED = 5

Finishing = Callable[[Standing], Iterator[Part]]


class Leaked(KhronikaError):
    """Rendered files hold words that may not leave."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        named = "; ".join(f"{hit.file} holds words of claim {hit.claim}" for hit in hits[:NAMED])
        more = f"; and {len(hits) - NAMED} more" if len(hits) > NAMED else ""
        super().__init__(
            f"Nothing was written: {named}{more}. Look up the claim, and take its words out of "
            "the text that repeats them."
        )
        self.hits = tuple(hits)


def scanned(
    making: Finishing, forbidden: Mapping[ClaimId, Collection[str]], standing: Standing
) -> Iterator[Part]:
    """The files as they come, each handed on only after the tripwire read it, now or before."""
    for batch in _batches(making(standing)):
        hits = [hit for own, read in _readable(batch) for hit in scan(read, forbidden, own=own)]
        if hits:
            raise Leaked(sorted(hits))
        yield from batch


def _readable(
    batch: Iterable[Part],
) -> Iterator[tuple[tuple[str, ...], list[tuple[str, bytes]]]]:
    """What the tripwire reads: the files that print the same words of the program, together."""
    found: dict[tuple[str, ...], list[tuple[str, bytes]]] = {}
    for one in batch:
        if isinstance(one, Finished) and one.data is not None and not one.fixed:
            found.setdefault(one.own_words, []).append((one.path, one.data))
    yield from found.items()


def _batches(files: Iterable[Part]) -> Iterator[list[Part]]:
    batch: list[Part] = []
    held = 0
    for file in files:
        batch.append(file)
        held += len(file.data or b"") if isinstance(file, Finished) else 0
        if held >= SCANNED_AT_ONCE:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
