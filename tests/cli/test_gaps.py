import json

from running import Run


def test_open_questions_are_no_failure_and_name_whose_they_are(run: Run) -> None:
    rows = json.loads(run("gaps", "--json").stdout)
    assert {"code", "due", "person", "says"} == rows[0].keys()
    assert {row["person"] for row in rows} == {
        "lanterns/person/ladogin-sava",
        "lanterns/person/ladogina-sveta",
    }


def test_people_read_sentences_under_the_name(run: Run) -> None:
    lines = run("gaps").stdout.splitlines()
    assert lines[0] == "Sava Ladogin (ladogin-sava)"
    assert "  The day of birth is not recorded." in lines
    assert "Svetlana Ladogina (ladogina-sveta)" in lines
