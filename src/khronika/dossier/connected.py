"""Groups of things that are linked, directly or through others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


def connected(links: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The connected groups, ordered by their smallest member; what has no link is in none."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for first, second in links:
        neighbours[first].add(second)
        neighbours[second].add(first)
    groups, seen = [], set[str]()
    for start in sorted(neighbours):
        if start not in seen:
            reached = _reach(start, neighbours)
            seen |= reached
            groups.append(frozenset(reached))
    return groups


def _reach(start: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    reached, ahead = {start}, [start]
    while ahead:
        fresh = neighbours[ahead.pop()] - reached
        reached |= fresh
        ahead.extend(fresh)
    return reached
