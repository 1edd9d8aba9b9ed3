"""Processes that documents may break without breaking anything else."""

import os
import signal
from collections.abc import Iterator

import pytest

from khronika.intake import Limits, Reading, read
from khronika.intake.worker import Pool, _Worker
from typesetting import Piece, as_docx

NESTED = b"<html>" + b"<div><p>lantern" * 60_000  # takes a parser minutes


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(Limits()) as pool:
        yield pool


def test_a_process_reads_as_this_one_does(pool: Pool, story_pdf: bytes) -> None:
    word = as_docx([Piece("paragraph", "Alena Belova was held.")])
    for document in (story_pdf, word, b"Plain text.", b"", b"{\\rtf1}"):
        assert pool.read(document) == read(document, limits=Limits())


def test_a_process_is_used_again(pool: Pool) -> None:
    def process() -> int:
        pool.read(b"text")
        worker = pool._idle.get()
        pool._idle.put(worker)
        assert worker
        return worker._process.pid

    assert process() == process()


def test_progress_is_told(pool: Pool, story_pdf: bytes) -> None:
    told: list[tuple[int, int]] = []
    pool.read(story_pdf, tell=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 1


def test_a_document_that_never_ends_is_a_problem_and_the_next_is_read() -> None:
    with Pool(Limits(seconds=0.7)) as pool:
        assert codes(pool.read(NESTED)) == ["intake.too-slow"]
        assert pool.read(b"The next.").text == "The next."


def test_a_document_that_outgrows_the_memory_is_a_problem_and_the_next_is_read() -> None:
    with Pool(Limits(memory=150_000_000, characters=100_000_000)) as pool:
        huge = pool.read(b"<html><p>" + b"<p>lantern</p>" * 1_000_000)
        assert huge.text == ""
        assert len(huge.problems) == 1
        assert pool.read(b"The next.").text == "The next."


def test_a_process_that_dies_is_a_problem_and_the_next_is_read() -> None:
    with Pool(Limits()) as pool:
        pool.read(b"text")
        worker = pool._idle.get()
        assert worker
        os.kill(worker._process.pid, signal.SIGSTOP)  # so that it dies in the middle of reading
        pool._idle.put(worker)
        os.kill(worker._process.pid, signal.SIGKILL)
        assert pool.read(b"The next.").text in ("", "The next.")
        assert pool.read(b"The one after.").text == "The one after."


def test_a_process_sees_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHRONIKA_CANARY", "lantern-7")
    worker = _Worker(Limits())
    try:
        worker.read(b"text", lambda *_: None)
        with open(f"/proc/{worker._process.pid}/environ", "rb") as file:  # noqa: PTH123
            assert b"lantern-7" not in file.read()
    finally:
        worker.stop()


def test_no_process_is_left_behind() -> None:
    with Pool(Limits(), size=2) as pool:
        pool.read(b"text")
        worker = pool._idle.get()
        pool._idle.put(worker)
    assert worker
    assert worker._process.poll() is not None


def test_a_worn_process_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khronika.intake.worker.REUSED", 1)
    with Pool(Limits()) as pool:
        assert [pool.read(text).text for text in (b"One.", b"Two.")] == ["One.", "Two."]
