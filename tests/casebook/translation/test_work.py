"""A translation comes back for the team, and is known to be stale when its original changes."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.translation.work import (
    NoSuchText,
    NothingToTranslate,
    State,
    columns_of,
    coverage,
    hand_out,
    take_back,
)
from khronika.values.language import UnknownLanguage
from khronika.values.wording import Wording

EXAMPLE = Path(__file__).parents[3] / "casebooks" / "example"
ENGLISH = "texts/biography/ladogin-arseny.en.md"
GERMAN = "texts/biography/ladogin-arseny.de.md"
DAY = date(2026, 11, 22)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    opened = Casebook.open(folder, {})
    yield opened
    opened.close()


def translated(casebook: Casebook) -> Path:
    """The columns, filled by a translator."""
    columns = columns_of(casebook, ENGLISH, language="de", day=DAY)
    paths = hand_out(columns, casebook.settings.folder / "out", Wording.of("en"))
    path = next(one for one in paths if one.suffix == ".docx")
    document, made = docx.Document(str(path)), io.BytesIO()
    for number, row in enumerate(document.tables[0].rows[1:], start=1):
        row.cells[2].text = f"Absatz {number}."
    document.save(made)
    path.write_bytes(made.getvalue())
    return path


def state(casebook: Casebook, name: str) -> State:
    found = coverage(casebook, language="de")
    return next(one.state for one in found if name in one.file)


def test_a_translation_comes_back_for_the_team_with_what_it_rests_on(casebook: Casebook) -> None:
    back = take_back(casebook, translated(casebook), language="de")
    assert (back.file, back.left) == (GERMAN, 0)
    text = (casebook.settings.folder / GERMAN).read_text(encoding="utf-8")
    assert text.startswith("---\nvisibility: team\nbased_on: [")
    assert "translated_from: en\n" in text
    assert text.endswith(f"Absatz {back.paragraphs}.\n")
    assert not casebook.problems


def test_a_text_is_missing_then_translated_then_stale(casebook: Casebook) -> None:
    assert state(casebook, "ladogin-arseny") is State.MISSING
    take_back(casebook, translated(casebook), language="de")
    assert state(casebook, "ladogin-arseny.de") is State.TRANSLATED
    original = casebook.settings.folder / ENGLISH
    changed = original.read_text(encoding="utf-8").replace(". ", "! ", 1)
    original.write_text(changed, encoding="utf-8")
    assert state(casebook, "ladogin-arseny.de") is State.STALE
    marked = columns_of(casebook, ENGLISH, language="de", day=DAY).pairs
    assert sum(one.changed for one in marked) == 1


def test_a_stale_translation_is_told_to_readers(casebook: Casebook) -> None:
    take_back(casebook, translated(casebook), language="de")
    german = casebook.settings.folder / GERMAN
    text = german.read_text(encoding="utf-8").replace("visibility: team", "visibility: public")
    german.write_text(text, encoding="utf-8")

    def stale() -> list[bool]:
        return [one.stale for one in casebook.prose() if "Absatz 1." in one.markdown]

    assert stale() == [False]
    original = casebook.settings.folder / ENGLISH
    original.write_text(original.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert stale() == [True]


def test_what_is_no_text_or_no_language_is_refused(casebook: Casebook) -> None:
    with pytest.raises(NoSuchText):
        columns_of(casebook, "texts/biography/nobody.en.md", language="de", day=DAY)
    with pytest.raises(NothingToTranslate):
        columns_of(casebook, ENGLISH, language="en", day=DAY)
    with pytest.raises(UnknownLanguage):
        coverage(casebook, language="xx")
