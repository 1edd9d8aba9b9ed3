"""What can be deleted and made again."""

from dataclasses import replace
from pathlib import Path

import pytest

from khronika.casebook.cache import Cache
from khronika.casebook.cache_file import CacheUnusable
from khronika.review.acting import reject
from khronika.review.near import sketch
from khronika.review.suggestion import State
from suggesting import BORIS, TEXT, a_suggestion

ONE, OTHER = a_suggestion(date="2022"), a_suggestion(date="2023")
FIRST = "extraction 1"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def test_what_was_proposed_is_there_the_next_time(cache: Cache, tmp_path: Path) -> None:
    assert not cache.is_proposed(TEXT, FIRST)
    cache.propose(TEXT, FIRST, [ONE, OTHER])
    again = Cache(tmp_path)
    assert again.is_proposed(TEXT, FIRST)
    assert sorted(one.id() for one in again.suggestions()) == sorted((ONE.id(), OTHER.id()))


def test_what_somebody_rejected_stays_rejected_when_it_is_proposed_again(cache: Cache) -> None:
    cache.propose(TEXT, FIRST, [ONE, OTHER])
    cache.save(reject(ONE, BORIS).suggestion)
    cache.propose(TEXT, FIRST, [ONE, OTHER])
    assert [one.id() for one in cache.suggestions(State.OPEN)] == [OTHER.id()]
    assert [one.id() for one in cache.suggestions(State.REJECTED)] == [ONE.id()]


def test_a_newer_extractor_takes_the_place_of_what_was_left_open(cache: Cache) -> None:
    cache.propose(TEXT, FIRST, [ONE])
    newer = replace(ONE, extractor="extraction 2")
    cache.propose(TEXT, "extraction 2", [newer])
    assert [one.extractor for one in cache.suggestions()] == ["extraction 2"]


def test_suggestions_are_asked_for_by_text(cache: Cache) -> None:
    elsewhere = replace(ONE, text="1" * 64)
    cache.propose(TEXT, FIRST, [ONE])
    cache.propose("1" * 64, FIRST, [elsewhere])
    assert [one.text for one in cache.suggestions(text="1" * 64)] == ["1" * 64]


def test_sketches_are_kept_by_text(cache: Cache) -> None:
    cache.keep_sketch(TEXT, sketch("Alena was held."))
    assert cache.sketches() == {TEXT: sketch("Alena was held.")}


def test_a_file_that_is_no_cache_is_told_with_a_remedy(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").write_bytes(b"rubbish" * 999)
    with pytest.raises(CacheUnusable, match="Delete it"):
        cache.suggestions()


def test_a_suggestion_is_found_by_its_id(cache: Cache) -> None:
    cache.propose(TEXT, FIRST, [ONE, OTHER])
    assert cache.find(OTHER.id()) == OTHER
    assert cache.find("0" * 64) is None


def test_what_a_hand_acted_on_last_is_told(cache: Cache) -> None:
    cache.propose(TEXT, FIRST, [ONE, OTHER])
    assert cache.last_of(TEXT, BORIS.by) is None
    for one in (OTHER, ONE):
        cache.save(reject(one, BORIS).suggestion)
    found = cache.last_of(TEXT, BORIS.by)
    assert found
    assert found.id() == ONE.id()
    assert cache.last_of(TEXT, "somebody-else") is None


def test_suggestions_are_counted_by_text_and_state(cache: Cache) -> None:
    cache.propose(TEXT, FIRST, [ONE, OTHER])
    cache.save(reject(ONE, BORIS).suggestion)
    assert cache.counts()[TEXT] == {State.OPEN: 1, State.REJECTED: 1}
