"""The shape of the source: small modules, short functions, every room on the map."""

import ast

import pytest

from house.matter import ROOT, SOURCE, modules, named, rooms, trees

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "tools", "stuff"}


def test_no_module_outgrows_a_sitting() -> None:
    lines = {
        named(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*modules(), *modules(ROOT / "tests"), *modules(ROOT / "docs")]
    }
    assert {name: count for name, count in lines.items() if count >= LONGEST_MODULE} == {}


def test_no_function_outgrows_a_screen() -> None:
    long = {
        f"{named(path)}: {node.name}": length
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part for path in modules() for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert names & VAGUE == set()


def test_every_module_says_why_it_exists() -> None:
    assert [named(path) for path, tree in trees() if not ast.get_docstring(tree)] == []


@pytest.mark.parametrize("room", rooms())
def test_every_room_stands_on_the_map_with_its_own_first_line(room: str) -> None:
    tree = ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8"))
    said = (ast.get_docstring(tree) or "").splitlines()
    assert said, f"{room}/__init__.py has no docstring"
    rows = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    row = next((row for row in rows if row.startswith("|") and f"| `{room}` |" in row), "")
    assert said[0] in row, f"ARCHITECTURE.md: the map's row of `{room}` should say: {said[0]}"


def test_the_map_names_no_room_that_is_gone() -> None:
    rows = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    on_map = {
        cells[2].strip("` ")
        for row in rows
        if row.startswith("|") and len(cells := row.split("|")) == 5 and cells[2].startswith(" `")
    }
    assert on_map == set(rooms())
