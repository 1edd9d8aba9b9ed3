"""What peers make of the same pairs: nomenklatura and rapidfuzz, each at its best threshold.

Runs in an environment of its own with `requirements/peers.txt`. nomenklatura is measured where it
is installed there by hand: it asks for PyICU, which has no wheel.
"""

import csv
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Scorer = Callable[[str, str], float]


def main() -> None:
    """Print a line for each peer."""
    with (Path(sys.argv[1]) / "pairs.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for name, scorer in peers().items():
        begun = time.process_time()
        scores = [scorer(row["name1"], row["name2"]) for row in rows]
        rate = len(rows) / (time.process_time() - begun)
        f1, threshold = best([row["label"] == "1" for row in rows], scores)
        print(
            f"peer {name:28} F1 {f1:.4f} at its best threshold {threshold:.3f}; {rate:,.0f} pairs/s"
        )


def best(true: Sequence[bool], scores: Sequence[float]) -> tuple[float, float]:
    """The best F1 over all thresholds, and where."""
    total, right, found = sum(true), 0, (0.0, 0.0)
    ordered = sorted(zip(scores, true, strict=True), reverse=True)
    for said, (score, is_so) in enumerate(ordered, 1):
        right += is_so
        if said < len(ordered) and ordered[said][0] == score:
            continue
        found = max(found, (2 * right / (said + total), score))
    return found


def peers() -> dict[str, Scorer]:
    """Those that are installed."""
    found: dict[str, Scorer] = {}
    for add in (_rapidfuzz, _nomenklatura):
        try:
            found |= add()
        except ImportError as why:
            print(f"peer {add.__name__[1:]}: {why}")
    return found


def _rapidfuzz() -> dict[str, Scorer]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - each peer may be missing
    from unidecode import unidecode  # noqa: PLC0415

    def prepared(scorer: Callable[[str, str], float]) -> Scorer:
        return lambda one, other: scorer(unidecode(one).lower(), unidecode(other).lower())

    return {
        "rapidfuzz WRatio+unidecode": prepared(fuzz.WRatio),
        "rapidfuzz token_sort+unidecode": prepared(fuzz.token_sort_ratio),
    }


def _nomenklatura() -> dict[str, Scorer]:
    from followthemoney import model  # noqa: PLC0415
    from nomenklatura.matching import get_algorithm  # noqa: PLC0415

    def named(algorithm: str) -> Scorer:
        matcher = get_algorithm(algorithm)
        config = matcher.default_config()

        def score(one: str, other: str) -> float:
            pair = []
            for key, name in (("a", one), ("b", other)):
                entity = model.make_entity("Person")
                entity.id = key
                entity.add("name", name)
                pair.append(entity)
            return float(matcher.compare(*pair, config).score)

        return score

    there = [one for one in ("logic-v1", "logic-v2") if get_algorithm(one)]
    return {f"nomenklatura {one}": named(one) for one in there}


if __name__ == "__main__":
    main()
