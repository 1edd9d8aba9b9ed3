import json
from pathlib import Path

from running import Run

TWIN = """
subject: person
id: ladogin-s
recorded: 2025-01-11
recorded_by: editors
claims:
  - {key: name, kind: name, text: Sava Ladogin, source: gazette, section: p. 4, lang: en}
"""
SAVA, OTHER = "lanterns/person/ladogin-sava", "lanterns/person/ladogin-s"


def decide(folder: Path, *lines: str) -> None:
    rows = "".join(f"  - {line}\n" for line in lines)
    twin = TWIN + ("decisions:\n" + rows if rows else "")
    (folder / "claims" / "ladogin-s.yaml").write_text(twin, encoding="utf-8")


def queue(run: Run) -> list[list[str]]:
    return [row["people"] for row in json.loads(run("xref", "--json").stdout)]


def joined(run: Run) -> bool:
    return len(json.loads(run("who", "Сава Ладогин", "--json").stdout)) == 1


def test_who_may_be_written_down_twice_waits_with_reasons(run: Run, folder: Path) -> None:
    decide(folder)
    (pair,) = json.loads(run("xref", "--json").stdout)
    assert pair["people"] == [OTHER, SAVA]
    assert float(pair["score"]) > 0.9
    assert "identity.same-sound" in {one["code"] for one in pair["reasons"]}


def test_a_decision_joins_and_another_takes_it_back(run: Run, folder: Path) -> None:
    decide(folder)
    assert not joined(run)
    same = "{same: [ladogin-s, ladogin-sava], by: editors, at: 2025-01-12, reason: one text}"
    decide(folder, same)
    assert joined(run)
    assert queue(run) == []
    apart = same.replace("same:", "not-same:").replace("01-12", "01-13")
    decide(folder, same, apart)
    assert not joined(run)
    assert queue(run) == []
    decide(folder)
    assert queue(run) == [[OTHER, SAVA]]


def test_a_list_is_held_against_the_casebook(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name\nЛАДОГИН САВА\nБелова Анна\n", encoding="utf-8")
    lines = run("xref", tmp_path / "list.csv").stdout.splitlines()
    assert lines[0].endswith("2  ЛАДОГИН САВА")
    assert SAVA in lines[1]


def test_two_lists_need_no_casebook_in_the_reader_s_words(run: Run, tmp_path: Path) -> None:
    for name, row in (("a.csv", "Юрий Мирный"), ("b.csv", "Mirny Yuri")):
        (tmp_path / name).write_text(f"name\n{row}\n", encoding="utf-8")
    pairs = json.loads(run("xref", tmp_path / "a.csv", tmp_path / "b.csv", "--json").stdout)
    assert [pair["people"] for pair in pairs] == [["2", "2"]]
