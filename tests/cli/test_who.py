import json

from running import Run


def test_a_name_in_any_script_lists_whom_it_could_mean(run: Run) -> None:
    answer = run("who", "Ладогина").stdout
    assert answer == "lanterns/person/ladogina-sveta  Svetlana Ladogina · Светлана Ладогина\n"
    assert json.loads(run("who", "Ladogina", "--json").stdout) == [
        {
            "person": "lanterns/person/ladogina-sveta",
            "name": "Svetlana Ladogina",
            "names": ["Светлана Ладогина"],
        }
    ]


def test_nobody_is_an_empty_list_and_status_1(run: Run) -> None:
    answer = run("who", "Nobody", "--json", status=1)
    assert json.loads(answer.stdout) == []
    assert "Nobody here goes by" in answer.stderr
