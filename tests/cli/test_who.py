import json

from running import Run

SVETA = "lanterns/person/ladogina-sveta"


def test_a_name_in_any_script_lists_whom_it_could_mean_and_what_is_known(run: Run) -> None:
    lines = run("who", "Света Ладогина").stdout.splitlines()
    assert SVETA in lines[0]
    assert "15 June 1990" in lines[0]
    assert "      Света and Светлана are forms of one given name." in lines


def test_machines_get_the_score_the_facts_and_the_reasons(run: Run) -> None:
    (row,) = json.loads(run("who", "Svetlana Ladogina", "--json").stdout)
    assert (row["person"], row["born"]) == (SVETA, ["1990-06-15"])
    assert float(row["score"]) > 0.9
    assert {"code", "says"} == row["reasons"][0].keys()


def test_one_word_is_enough_to_look_somebody_up(run: Run) -> None:
    assert SVETA in run("who", "Ладогина").stdout


def test_a_birth_that_differs_ranks_lower(run: Run) -> None:
    scores = [
        float(json.loads(run("who", "С. Ладогина", "--born", born, "--json").stdout)[0]["score"])
        for born in ("1990-06-15", "1980")
    ]
    assert scores[0] > scores[1]


def test_nobody_is_an_empty_list_and_status_1(run: Run) -> None:
    answer = run("who", "Nobody", "--json", status=1)
    assert json.loads(answer.stdout) == []
    assert "Nobody here goes by" in answer.stderr
