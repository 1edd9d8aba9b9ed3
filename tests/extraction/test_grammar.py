"""Every pattern of every language: honest about its literals, and linear on hostile text."""

import re
import time
from pathlib import Path

import pytest

from khronika.extraction import amount, date_found, layout, mention, naming
from khronika.extraction.compiling import LANGUAGES, grammar
from khronika.extraction.proposal import Context
from khronika.extraction.propose import propose
from khronika.extraction.sign import PLACES

SIGNS = "".join(PLACES[name] for name in "DTMACB") + "\ue001\ue002\ue003"
HOSTILE = {
    "brackets": "(",
    "quotes": "«",
    "spaces": " ",
    "lines": "\n ",
    "words": "a ",
    "names": "Ab ",
    "capitals": "А",
    "digits": "1",
    "dates": "1.",
    "signs": SIGNS,
    "commas": "\ue001, ",
    "and": "\ue001 and ",
    "apostrophes": "a'",
    "dashes": "а-",
    "charges": "accused of arson, arson and ",
    "detained": "задержали ",
    "sentenced": "was sentenced to ",
}
SHORT, LONG = 1_000, 4_000
ENOUGH = 10.0  # seconds of CPU time for a million characters of anything
GROWTH = 10  # times as long for four times the text: linear is four, quadratic sixteen
NOISE = 0.03  # seconds of CPU time below which a ratio says nothing
TABLES = [
    *vars(layout).values(), *vars(mention).values(), *vars(naming).values(),
    date_found.pattern(), *amount.patterns(),
]  # fmt: skip


def patterns() -> list[re.Pattern[str]]:
    found = [pattern for lang in LANGUAGES for pattern in grammar(lang).patterns()]
    return [*found, *(one for one in TABLES if isinstance(one, re.Pattern))]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.thread_time()
    for _ in pattern.finditer(text):
        pass
    return time.thread_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_no_pattern_takes_more_than_linear_time(name: str) -> None:
    unit = HOSTILE[name]
    short, long = (unit * (size // len(unit)) for size in (SHORT, LONG))
    for pattern in patterns():
        quick = seconds(pattern, short)
        slow = seconds(pattern, long)
        is_linear = slow < max(quick, NOISE / GROWTH) * GROWTH
        assert is_linear, (name, quick, slow, pattern.pattern[:300])


def test_a_million_brackets_are_read_in_linear_time() -> None:
    spent = [sum(seconds(one, "(" * size) for one in patterns()) for size in (62_500, 250_000)]
    assert spent[1] < spent[0] * GROWTH
    million = "(" * 1_000_000
    start = time.thread_time()
    assert propose(million, Context()) == ()
    assert time.thread_time() - start < ENOUGH


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_read_in_linear_time(name: str) -> None:
    short, long = (HOSTILE[name] * (size // len(HOSTILE[name])) for size in (10_000, 40_000))
    spent = []
    for text in (short, long):
        start = time.thread_time()
        propose(text, Context())
        spent.append(time.thread_time() - start)
    assert spent[1] < max(spent[0], NOISE) * GROWTH


def test_no_pattern_repeats_a_repetition_without_end() -> None:
    endless = re.compile(r"[^\\]\)[*+]")
    assert [one.pattern for one in patterns() if endless.search(one.pattern)] == []


def documents() -> list[str]:
    folder = Path(__file__).parent / "documents"
    return [path.read_text(encoding="utf-8").lower() for path in sorted(folder.glob("*.txt"))]


def test_what_a_pattern_matches_holds_one_of_its_literals() -> None:
    for lang in LANGUAGES:
        for kind in grammar(lang).kinds.values():
            for rule in kind.rules:
                for text in documents():
                    for found in rule.pattern.finditer(text):
                        assert not rule.literals or any(one in found[0] for one in rule.literals)
