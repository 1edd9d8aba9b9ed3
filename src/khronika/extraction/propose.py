"""The room's one door: a text in, proposals out, each with the words it rests on."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from khronika.extraction.alias import aliases
from khronika.extraction.collect import proposals
from khronika.extraction.proposal import Context, Proposal
from khronika.extraction.reading import read


def propose(text: str, context: Context) -> Sequence[Proposal]:
    """What a text says of persecuted people, in its order; `text[p.start:p.end] == p.quote`."""
    with _no_collection():
        _, said, scenes = read(text, context)
        found = list(proposals(text, said))
        told = {one.person for one in found}
        found.extend(one for one in aliases(text, scenes) if one.person in told)
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind, one.person)))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare a book the collector: nothing here refers to itself, and it took a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
