import json
from pathlib import Path

from running import run_command

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
