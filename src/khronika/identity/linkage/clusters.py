"""From pairs to people: records that pairs join, directly or through others, are one person's."""

from collections.abc import Iterable, Mapping, Sequence

from khronika.identity.linkage.model import LINKED, LinkedPair


def clusters_of(
    records: Sequence[str], pairs: Iterable[LinkedPair], *, least: float = LINKED
) -> Mapping[str, str]:
    """For each record, in their order, the first record of its cluster."""
    order = {record: place for place, record in enumerate(records)}
    above = list(range(len(records)))
    for pair in pairs:
        if pair.probability >= least:
            ends = _root(above, order[pair.one]), _root(above, order[pair.other])
            above[max(ends)] = min(ends)
    return {record: records[_root(above, place)] for record, place in order.items()}


def _root(above: list[int], place: int) -> int:
    while above[place] != place:
        above[place] = above[above[place]]
        place = above[place]
    return place
