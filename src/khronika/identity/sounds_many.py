"""What separates many rows of sounds from many others, in columns: `sounds.distance` by numpy.

Invariants:

- The same whole numbers as `distance`, for rows of the signs of the table.
"""

import numpy as np
import numpy.typing as npt

from khronika.identity.sounds import INSTEAD, LEFT_OUT, LETTER, LONGEST

Codes = npt.NDArray[np.uint8]
Costs = npt.NDArray[np.int16]
Numbers = npt.NDArray[np.int64]

_CHUNK = 8_192  # rows whose columns lie in the processor's cache together
_SIGNS = 128
_STEPS = np.array([0, 4, 6, 8, 10, 13, 17, LONGEST])  # rows are padded to one of these lengths


def _left_out() -> Costs:
    costs = np.zeros(_SIGNS, dtype=np.int16)  # nothing, the sign 0, costs nothing
    for sign, cost in LEFT_OUT.items():
        costs[ord(sign)] = cost
    return costs


def _instead(left_out: Costs) -> Costs:
    """Flat, by first sign and second; nothing instead of a sign is the sign left out."""
    costs = np.full((_SIGNS, _SIGNS), LETTER, dtype=np.int16)
    costs[0, :] = costs[:, 0] = left_out
    for one, row in INSTEAD.items():
        for other, cost in row.items():
            costs[ord(one), ord(other)] = cost
    return costs.reshape(-1)


_LEFT_OUT = _left_out()
_INSTEAD = _instead(_LEFT_OUT)


def codes_of(rows: list[str]) -> Codes:
    """The rows as numbers, each filled up with nothing to the longest a row can be."""
    text = "".join([row.ljust(LONGEST, "\0") for row in rows])
    return np.frombuffer(text.encode("ascii"), dtype=np.uint8).reshape(len(rows), LONGEST)


def distances(ours: Codes, theirs: Codes) -> Numbers:
    """What separates each row from the one beside it, in hundredths of a letter."""
    found = np.zeros(len(ours), dtype=np.int64)
    longs = np.searchsorted(_STEPS, np.count_nonzero(ours, axis=1))
    their_longs = np.searchsorted(_STEPS, np.count_nonzero(theirs, axis=1))
    bucket = longs * len(_STEPS) + their_longs
    order = np.argsort(bucket, kind="stable")
    edges = np.flatnonzero(np.diff(bucket[order])) + 1
    for group in np.split(order, edges):
        for start in range(0, len(group), _CHUNK):
            rows = group[start : start + _CHUNK]
            found[rows] = _apart(
                np.ascontiguousarray(ours[rows, : _STEPS[longs[rows[0]]]].T),
                np.ascontiguousarray(theirs[rows, : _STEPS[their_longs[rows[0]]]].T),
            )
    return found


def _apart(ours: Codes, theirs: Codes) -> Costs:
    """The same for columns: one row of the table of costs after another, over all pairs at once."""
    count = ours.shape[1] if ours.size else theirs.shape[1]
    outs, their_outs = _LEFT_OUT[ours], _LEFT_OUT[theirs]
    above = np.zeros((len(theirs) + 1, count), dtype=np.int16)
    np.cumsum(their_outs, axis=0, out=above[1:])
    before = above
    their_signs = theirs.astype(np.intp)
    for row, signs in enumerate(ours.astype(np.intp) * _SIGNS):
        line = np.empty_like(above)
        line[0] = above[0] + outs[row]
        for col in range(len(theirs)):
            best = np.minimum(
                above[col] + _INSTEAD[signs + their_signs[col]], above[col + 1] + outs[row]
            )
            np.minimum(best, line[col] + their_outs[col], out=best)
            if row and col:
                swapped = (ours[row] == theirs[col - 1]) & (ours[row - 1] == theirs[col])
                swap = np.where(swapped, before[col - 1] + np.int16(LETTER), best)
                np.minimum(best, swap, out=best)
            line[col + 1] = best
        before, above = above, line
    last: Costs = above[-1]
    return last
