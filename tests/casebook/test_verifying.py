"""Looking over a whole casebook."""

from collections.abc import Callable

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.verifying import verify

TEXT = "The court gave Alena Belova six years."


def quoted(casebook: Casebook, *, quote: str, start: int, end: int) -> str:
    sha256 = casebook.vault.put(TEXT.encode())
    row = (
        f"subject: person\nid: q\nclaims:\n  - {{key: a, kind: ruling, term: 6y, source: paper, "
        f"quote: {quote}, at: {{text: {sha256}, start: {start}, end: {end}}}}}\n"
    )
    (casebook.settings.folder / "claims" / "q.yaml").write_text(row, encoding="utf-8")
    return sha256


def codes(casebook: Casebook) -> list[str]:
    return [one.code for one in verify(casebook)]


def test_a_quote_that_stands_where_it_says_is_right(casebook: Casebook) -> None:
    quoted(casebook, quote="six years", start=28, end=37)
    assert codes(casebook) == []


@pytest.mark.parametrize(("quote", "start", "end"), [("six years", 27, 36), ("nine", 28, 37)])
def test_a_quote_that_stands_elsewhere_is_found(
    casebook: Casebook, quote: str, start: int, end: int
) -> None:
    quoted(casebook, quote=quote, start=start, end=end)
    assert codes(casebook) == ["passage.quote-differs"]


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_text_that_is_gone_or_damaged_is_found(
    casebook: Casebook, damage: Callable[[object], None]
) -> None:
    sha256 = quoted(casebook, quote="six years", start=28, end=37)
    damage(casebook.settings.folder / "vault" / sha256[:2] / sha256[2:])
    assert "passage.no-text" in codes(casebook)


def test_bytes_that_arrived_and_are_gone_are_found(casebook: Casebook) -> None:
    path = casebook.settings.folder / "sources" / "paper.yaml"
    row = f"holdings: [{{sha256: {'ab' * 32}, got_at: 2026-11-22}}]\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    assert codes(casebook) == ["vault.missing"]


def test_trouble_in_files_and_texts_is_told_too(casebook: Casebook) -> None:
    folder = casebook.settings.folder
    (folder / "claims" / "bad.yaml").write_text("a: [", encoding="utf-8")
    (folder / "texts" / "biography").mkdir()
    (folder / "texts" / "biography" / "x.md").write_text("…", encoding="utf-8")
    assert codes(casebook) == ["yaml.truncated", "yaml.text-name"]
