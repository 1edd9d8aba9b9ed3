"""How many terms a second are reckoned with their trace, and whether a plain walk agrees.

Aim: 1,000 terms a second on one core. The answers of 10,000 random careers are held against a walk
day by day that shares nothing with the room `law` (tests/careers.py); one that differs stops it.
"""

import sys
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from careers import career, last_days, lives
from khronika.law.term import compute
from khronika.values.wording import Wording

CAREERS = 10_000


def main() -> None:
    """Print both figures."""
    told = list(islice(lives(2027), CAREERS))
    careers = [career(one) for one in told]
    began = time.process_time()
    answers = [compute(one) for one in careers]
    took = time.process_time() - began
    wording = Wording.of("en")
    began = time.process_time()
    lines = sum(len(wording.say(step.say)) > 0 for one in answers for step in one.steps)
    said = time.process_time() - began
    print(f"{CAREERS} careers, {lines} steps")
    print(f"reckoned with trace: {CAREERS / took:,.0f} terms a second of CPU")
    print(f"and said in words:   {CAREERS / (took + said):,.0f} terms a second of CPU")
    for life, answer in zip(told, answers, strict=True):
        days = answer.last_day
        assert days is not None
        assert (days.first, days.last) == last_days(life), life
    print(f"a walk day by day agrees on {CAREERS} of {CAREERS}")


if __name__ == "__main__":
    main()
