from dataclasses import replace
from pathlib import Path

import pytest

from khronika.casebook.table.remembered import (
    BadTable,
    Remembered,
    find_table,
    table_file,
    table_name,
    table_text,
    tables_of,
)
from khronika.schema.source import SourceLevel
from khronika.schema.visibility import Visibility

TABLE = Remembered(
    name="people",
    title='The "people" of # 2026',
    source="people-ab12",
    secret="0" * 32,
    key=("Имя", 'A "b" \\ c'),
    columns={"Имя": "name.text", "Пол": "", 'A "b" \\ c': "birth.date"},
    rows={"Белова / Анна": "belova-anna", "x\ty\x7f": "", "ö": "new"},
    lang="ru",
    level=SourceLevel.OPEN,
    visibility=Visibility.PUBLIC,
    sheet="Sheet 1",
)


def remember(folder: Path, text: str) -> None:
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables" / "people.toml").write_text(text, encoding="utf-8")


def test_what_is_written_down_is_recalled_whatever_signs_it_holds(tmp_path: Path) -> None:
    remember(tmp_path, table_text(TABLE, why={"Пол": "no-field"}, looks_like={"ö": "probably x"}))
    assert find_table(tmp_path, "people") == TABLE
    assert tables_of(tmp_path) == ("people",)


def test_a_table_nobody_remembers_is_none(tmp_path: Path) -> None:
    assert find_table(tmp_path, "people") is None
    assert tables_of(tmp_path) == ()


def test_what_is_not_said_is_closed_and_for_the_team(tmp_path: Path) -> None:
    text = table_text(TABLE, why={}, looks_like={})
    lines = [one for one in text.splitlines() if not one.startswith(("level", "visibility"))]
    remember(tmp_path, "\n".join(lines))
    found = find_table(tmp_path, "people")
    assert found == replace(TABLE, level=SourceLevel.CLOSED, visibility=Visibility.TEAM)


@pytest.mark.parametrize(
    ("line", "instead", "reason"),
    [
        ('lang = "ru"', 'lang = "xx"', "lang"),
        ('level = "open"', 'level = "opne"', "did you mean 'open'"),
        ('"name.text"', '"nmae.text"', "did you mean 'name'"),
        ('secret = "', 'secret = "zz', "secret"),
        ('title = "', 'titel = "', "did you mean 'title'"),
        ('title = "', 'title = 7 # "', "in quotes"),
        ('key = ["', 'key = 7 # ["', "key"),
        ("[rows]", "[rows", "cannot be read"),
    ],
)
def test_what_means_nothing_is_said_in_a_sentence(
    tmp_path: Path, line: str, instead: str, reason: str
) -> None:
    text = table_text(TABLE, why={}, looks_like={})
    assert line in text
    remember(tmp_path, text.replace(line, instead, 1))
    with pytest.raises(BadTable, match=reason) as raised:
        find_table(tmp_path, "people")
    assert "people.toml" in str(raised.value)


@pytest.mark.parametrize("name", ["../people", "People", "a b", ""])
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadTable, match="no name of a table"):
        table_file(tmp_path, name)


def test_a_table_is_named_by_its_title() -> None:
    assert table_name("Наши люди 2026") == "nashi-lyudi-2026"


def test_the_secret_is_in_no_text_about_the_table() -> None:
    assert TABLE.secret not in repr(TABLE)
