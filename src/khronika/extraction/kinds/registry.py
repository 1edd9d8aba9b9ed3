"""Which module reads which kind. A kind of a grammar that is not here is an error at once."""

from collections.abc import Callable, Iterator, Mapping

from khronika.extraction.kinds import (
    affiliation,
    age,
    arrest,
    birth,
    charge,
    custody,
    demand,
    extradition,
    hearing,
    incident,
    listing,
    occupation,
    quotation,
    recognition,
    release,
    reprisal,
    ruling,
    search,
    step,
    transfer,
)
from khronika.extraction.linking import Found, Linked

Reader = Callable[[Linked], Iterator[Found]]
MODULES = (
    affiliation, age, arrest, birth, charge, custody, demand, extradition, hearing, incident,
    listing, occupation, quotation, recognition, release, reprisal, ruling, search, step, transfer,
)  # fmt: skip
READERS: Mapping[str, Reader] = {module.KIND: module.facts for module in MODULES}
