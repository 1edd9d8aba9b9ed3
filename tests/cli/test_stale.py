import json

from running import Run


def test_what_is_out_of_date_is_no_failure_and_names_both_sources(run: Run) -> None:
    rows = json.loads(run("stale", "--as-of", "2025-06-01", "--json").stdout)
    assert {"code", "field", "kind", "person", "says", "sources"} == rows[0].keys()
    assert [(row["person"], row["field"], row["sources"]) for row in rows] == [
        (
            "lanterns/person/ladogin-sava",
            "term",
            ["lanterns/source/paper", "lanterns/source/gazette"],
        )
    ]


def test_who_nobody_spoke_of_for_a_year_is_listed_by_name(run: Run) -> None:
    lines = run("stale", "--as-of", "2025-10-02").stdout.splitlines()
    assert lines[0] == "Sava Ladogin (ladogin-sava)"
    assert lines[-2:] == [
        "Svetlana Ladogina (ladogina-sveta)",
        "  The newest dated source is of 1 October 2024.",
    ]
