import json

from running import Run

SAVA = "lanterns/person/ladogin-sava"


def test_the_answer_for_machines_is_a_list_of_who_what_and_which_values(run: Run) -> None:
    assert json.loads(run("disputes", "--json").stdout) == [
        {"person": SAVA, "kind": "ruling", "field": "term", "values": ["6y", "9y"]}
    ]


def test_people_read_whose_dispute_it_is_and_the_values_side_by_side(run: Run) -> None:
    assert run("disputes").stdout == (
        "Sava Ladogin (ladogin-sava)\n  Court decision, term: 6 years / 9 years\n"
    )


def test_before_the_verdict_there_was_nothing_to_dispute(run: Run) -> None:
    assert json.loads(run("disputes", "--json", "--as-of", "2024-08-01").stdout) == []
    assert run("disputes", "--as-of", "2024-08-01").stdout == ""
