"""The one function: chosen by content, and nothing a document does stops the run."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from khronika.intake import Limits, Reading, read, reader


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


@pytest.mark.parametrize("untrusted", [b"", b" \n", b"\x00" * 50])
def test_an_empty_document_is_a_problem(untrusted: bytes) -> None:
    assert codes(read(untrusted, limits=Limits())) == ["intake.empty"]


@pytest.mark.parametrize("untrusted", [b"\xd0\xcf\x11\xe0....", b"{\\rtf1 a}", b"OggS...."])
def test_a_form_without_a_reader_is_a_problem_with_a_remedy(untrusted: bytes) -> None:
    reading = read(untrusted, limits=Limits())
    assert codes(reading) == ["intake.no-reader"]
    assert reading.problems[0].remedy


def test_a_document_beyond_the_limits_is_not_looked_at() -> None:
    assert codes(read(b"x" * 11, limits=Limits(size=10))) == ["intake.too-much"]


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (KeyError("rId7"), "intake.damaged"),
        (MemoryError(), "intake.too-much"),
        (RecursionError(), "intake.too-much"),
        (ModuleNotFoundError(name="lxml.etree"), "intake.missing-extra"),
    ],
)
def test_whatever_a_reader_raises_is_a_problem(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, code: str
) -> None:
    def fail(*_: object, **__: object) -> Reading:
        raise raised

    monkeypatch.setattr(reader, "import_module", lambda _: SimpleNamespace(read=fail))
    reading = read(b"text", limits=Limits())
    assert codes(reading) == [code]
    assert "rId7" not in str(reading.problems[0])
    assert import_module("khronika.intake.plain").read
