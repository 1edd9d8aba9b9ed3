import json
from pathlib import Path

from click.testing import Result

from running import Run, run_command

TEXT = "On 3 March 2023, police officers detained Saveliy Ladogin in Verkhnerechensk.\n"


def test_a_fact_is_a_line_of_json_with_the_name_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.encode())
    [line] = run_command("propose", str(file), "--json").stdout.splitlines()
    row = json.loads(line)
    assert {"doc", "person", "kind", "fields", "quote", "start", "end", "confidence"} == row.keys()
    assert (row["doc"], row["kind"], row["fields"]["date"]) == ("news.txt", "arrest", "2023-03-03")
    assert TEXT[row["start"] : row["end"]] == row["quote"]


def test_people_read_who_what_and_the_words(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.encode())
    lines = run_command("--language", "de", "propose", str(file)).stdout.splitlines()
    assert lines[0].startswith("Saveliy Ladogin: Festnahme")
    assert "detained Saveliy Ladogin" in lines[1]


def rows(answer: Result) -> list[dict[str, str]]:
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_a_source_is_read_from_the_text_kept_of_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.encode())
    added = run("add", file, "--title", "River news").stdout.split()[-1]
    slug = Path(added).stem
    [row] = rows(run("propose", slug, "--json"))
    assert (row["person"], row["kind"]) == ("Saveliy Ladogin", "arrest")
    assert row["doc"] == f"lanterns/source/{slug}"


def test_the_day_of_the_source_gives_a_day_its_year(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.replace(" 2023", "").encode())
    added = run("add", file, "--title", "River news", "--date", "2021-05-01").stdout.split()[-1]
    [row] = rows(run("propose", Path(added).stem, "--json"))
    assert "'2021-03-03'" in str(row["fields"])


def test_people_of_the_casebook_are_known_by_their_family_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text("Ладогин задержан 3 марта 2023 года.\n", encoding="utf-8")
    assert not rows(run_command("propose", file, "--json"))
    [row] = rows(run("propose", file, "--json"))
    assert row["kind"] == "arrest"
    assert row["person"] == "Sava Ladogin"


def test_what_is_neither_a_file_nor_a_source_is_said_so(run: Run) -> None:
    answer = run("propose", "nowhere", status=1)
    assert "No file and no source here is called nowhere." in answer.stderr


def test_a_source_of_which_nothing_is_kept_says_how_to_add_it(run: Run) -> None:
    answer = run("propose", "gazette", status=1)
    assert "khronika add FILE" in answer.stderr
