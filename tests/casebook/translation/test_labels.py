"""Words that no table has are translated in .po files, and print where the words would."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from khronika.casebook.casebook import Casebook
from khronika.casebook.publishing import Request, publish
from khronika.casebook.translation.labels import read_labels, write_labels

EXAMPLE = Path(__file__).parents[3] / "casebooks" / "example"
TODAY = date(2026, 11, 22)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    opened = Casebook.open(folder, {})
    yield opened
    opened.close()


def fill(casebook: Casebook, said: str) -> None:
    path = casebook.settings.folder / "labels" / "de.po"
    text = path.read_text(encoding="utf-8")
    empty = 'msgid "geography teacher"\nmsgstr ""'
    path.write_text(text.replace(empty, f'{empty[:-2]}"{said}"'), encoding="utf-8")


def test_words_without_a_table_are_written_once_and_kept_when_filled(casebook: Casebook) -> None:
    first = write_labels(casebook, language="de")
    assert first.left == first.texts > 3
    fill(casebook, "Geografielehrer")
    again = write_labels(casebook, language="de")
    assert again.left == first.left - 1
    assert read_labels(casebook.settings.folder)[0]["geography teacher"] == {
        "de": "Geografielehrer"
    }


def test_the_same_record_has_the_same_file(casebook: Casebook) -> None:
    path = write_labels(casebook, language="fr").path
    before = path.read_bytes()
    assert write_labels(casebook, language="fr").path.read_bytes() == before


def test_words_of_the_language_itself_are_not_in_its_file(casebook: Casebook) -> None:
    text = write_labels(casebook, language="en").path.read_text(encoding="utf-8")
    assert "geography teacher" not in text


def test_a_translation_prints_in_its_language_alone(casebook: Casebook, tmp_path: Path) -> None:
    write_labels(casebook, language="de")
    fill(casebook, "Geografielehrer")
    publish(casebook, Request(out=tmp_path / "out", only=("site",)), today=TODAY)
    german, french = (
        (tmp_path / "out" / lang / "people" / "ladogin-arseny.html").read_text(encoding="utf-8")
        for lang in ("de", "fr")
    )
    assert "Geografielehrer" in german
    written = '<span lang="en">geography teacher'
    assert written not in german
    assert written in french


def test_a_file_that_cannot_be_read_is_named(casebook: Casebook) -> None:
    folder = casebook.settings.folder / "labels"
    folder.mkdir()
    (folder / "de.po").write_text('msgid "a\nnonsense', encoding="utf-8")
    labels, problems = read_labels(casebook.settings.folder)
    assert not labels
    assert [one.code for one in problems] == ["labels.unreadable"]
