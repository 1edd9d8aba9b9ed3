"""Which signs the bytes are: marks, UTF-8, declarations that are believed or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.intake.decoding import decode

RUSSIAN = "Привет, мир! Суд назначил ему шесть лет колонии строгого режима. Ёлка у дома 5."
GERMAN = "Das Gericht verhängte fünf Jahre Haft für Äußerungen über größere Straßen."


ENCODINGS = (
    "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "utf-8", "utf-8-sig", "utf-16",
    "utf-16-le", "utf-16-be", "utf-32",
)  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_russian_is_read_in_every_encoding_it_was_ever_written_in(encoding: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding))
    assert (decoded.text, decoded.problems) == (RUSSIAN, ())


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "utf-16-le"])
def test_umlauts_are_read_in_western_encodings(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)).text == GERMAN


@pytest.mark.parametrize("declared", ["utf-8", "latin-1", "koi8-r", "no-such-encoding"])
def test_a_wrong_declaration_is_not_believed_and_told(declared: str) -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), declared=declared)
    assert decoded.text == RUSSIAN
    assert [one.code for one in decoded.problems] == ["intake.wrong-encoding"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("KOI8-R", "koi8-r"), ("us-ascii", "utf-8"), ("UTF-16", "utf-16")],
)
def test_a_right_declaration_is_no_trouble(declared: str, encoding: str) -> None:
    text = "plain" if declared == "us-ascii" else RUSSIAN
    assert decode(text.encode(encoding), declared=declared).problems == ()


def test_utf8_is_read_as_such_whatever_is_declared() -> None:
    decoded = decode(RUSSIAN.encode(), declared="windows-1251")
    assert decoded.text == RUSSIAN
    assert [one.code for one in decoded.problems] == ["intake.wrong-encoding"]


def test_what_is_lost_is_told() -> None:
    decoded = decode(RUSSIAN.encode() + b"\xff\xfe\x00\x01" + RUSSIAN.encode() * 3)
    assert "intake.lost-signs" in [one.code for one in decoded.problems] or RUSSIAN in decoded.text


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "idna", "rot13", "\ud800", "x" * 99]))
def test_any_bytes_become_some_text(untrusted: bytes, declared: str) -> None:
    assert isinstance(decode(untrusted, declared=declared).text, str)
