"""`khronika translate` lists what is left, hands columns out and takes them back in."""

import io
import json
from pathlib import Path

import docx
import pytest

from running import Run

TEXT = "texts/biography/ladogin-sava.en.md"


@pytest.fixture(autouse=True)
def text(folder: Path) -> None:
    file = folder / TEXT
    file.parent.mkdir(parents=True)
    file.write_text("---\nvisibility: public\n---\nOne.\n\nTwo.\n", encoding="utf-8")


def test_what_is_left_is_listed_and_counted(run: Run) -> None:
    said = run("translate", "--to", "ru").stdout.splitlines()
    assert said == [f"{TEXT}: not translated", "0 of 1 texts stand in this language."]
    rows = json.loads(run("translate", "--to", "ru", "--json").stdout)
    assert rows == [{"file": TEXT, "state": "missing"}]


def test_columns_go_out_and_come_back(run: Run, folder: Path) -> None:
    made = run("translate", "--to", "ru", TEXT).stdout.splitlines()
    assert [Path(one).name for one in made] == [
        "biography-ladogin-sava.en-ru.docx", "biography-ladogin-sava.en-ru.html"
    ]  # fmt: skip
    document, sent = docx.Document(made[0]), io.BytesIO()
    document.tables[0].rows[1].cells[2].text = "Раз."
    document.save(sent)
    Path(made[0]).write_bytes(sent.getvalue())
    said = run("translate", "--to", "ru", made[0]).stdout
    assert said.startswith("texts/biography/ladogin-sava.ru.md: 1 of 2 paragraphs.")
    assert "Раз.\n\n[…]\n" in (folder / "texts/biography/ladogin-sava.ru.md").read_text("utf-8")


def test_a_file_that_is_no_text_is_refused_in_a_sentence(run: Run) -> None:
    assert "is no text of this casebook" in run("translate", "--to", "ru", "x.md", status=1).stderr
