"""What the documentation says is so: commands, codes, dependencies, links."""

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import click
import pytest

from house.matter import COMMANDS_PAGE, ROOT, code_lines, named, pages, prose
from house.problem_codes import explained_codes, possible_codes, unseen_reporters
from khronika.cli.main import COMMANDS, khronika

DECISIONS = ROOT / "docs" / "develop" / "decisions"
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_KHRONIKA = re.compile(r"^(?:\$ )?khronika(?: --(?:casebook|language) \S+)* ([a-z]+)")
_MAKE = re.compile(r"^(?:\$ )?make ([a-z-]+)")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [one for rows in project["project"]["optional-dependencies"].values() for one in rows]
    rows = [*project["build-system"]["requires"], *project["project"]["dependencies"], *extras]
    names = {re.split(r"[\[<>=!;~ ]", row, maxsplit=1)[0].lower() for row in rows}
    return sorted(names - {"khronika"})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_what_its_options_do(name: str) -> None:
    command = khronika.get_command(click.Context(khronika), name)
    assert command is not None
    assert (command.help or "").strip()
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert silent == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_on_the_page_of_commands(name: str) -> None:
    assert f"\n## {name}\n" in COMMANDS_PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["generate_commands", "generate_kinds", "generate_rules"])
def test_no_generated_page_is_stale(name: str) -> None:
    assert script(name).main(["--check"]) == 0, f"run python docs/{name}.py"


def test_a_stale_page_is_told_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    generator = script("generate_kinds")
    monkeypatch.setattr(generator, "PAGE", tmp_path / "page.md")
    generator.PAGE.write_text("old", encoding="utf-8")
    assert generator.main(["--check"]) == 1
    assert "page.md is stale" in capsys.readouterr().err
    assert generator.PAGE.read_text(encoding="utf-8") == "old"


def test_every_problem_the_program_can_report_is_explained() -> None:
    explained = explained_codes()
    missing = [
        code for code in possible_codes() if not any(re.fullmatch(code, one) for one in explained)
    ]
    assert sorted(missing) == []


def test_no_problem_is_explained_that_cannot_happen() -> None:
    possible = possible_codes()
    gone = [one for one in explained_codes() if not any(re.fullmatch(c, one) for c in possible)]
    assert gone == []
    assert len(explained_codes()) == len(set(explained_codes()))


def test_no_problem_is_reported_past_the_eyes_of_these_tests() -> None:
    assert unseen_reporters() == [], "name these functions in problem_codes.py"


@pytest.mark.parametrize("name", requirements())
def test_every_dependency_has_a_record_of_why_it_is_here(name: str) -> None:
    records = {path.name: path.read_text(encoding="utf-8") for path in DECISIONS.glob("*.md")}
    assert any(f"`{name}`" in text for file, text in records.items() if "depend" in file), (
        f"no record docs/develop/decisions/dependency-….md speaks of {name}"
    )


@pytest.mark.parametrize("record", sorted(DECISIONS.glob("*.md")), ids=lambda path: path.stem)
def test_every_record_tells_context_choice_and_price(record: Path) -> None:
    if record.stem == "index":
        return
    headings = _HEADING.findall(record.read_text(encoding="utf-8"))
    assert headings[1:4] == ["Context", "Choice", "Price"]
    if record.stem.startswith("dependency-"):
        assert "Way out" in headings


@pytest.mark.parametrize("page", pages(), ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for link in _LINK.findall(prose(page)):
        path, _, anchor = link.partition("#")
        if "://" in link or link.startswith("mailto:"):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def anchors(page: Path) -> set[str]:
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", one).strip().lower().replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", pages(), ids=named)
def test_every_command_a_page_tells_to_type_exists(page: Path) -> None:
    lines = code_lines(page)
    made = {found[1] for line in lines if (found := _MAKE.match(line))}
    run = {found[1] for line in lines if (found := _KHRONIKA.match(line))}
    assert made - targets() == set()
    assert run - set(COMMANDS) == set()


def test_the_readme_is_one_screen() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 70


def test_the_architecture_is_read_in_one_sitting() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 200


def test_every_test_that_a_page_leans_on_is_there() -> None:
    page = (ROOT / "docs" / "develop" / "book-features.md").read_text(encoding="utf-8")
    named_tests = set(re.findall(r"`((?:[a-z_]+/)+test_[a-z_]+)`", page))
    there = {path.with_suffix("").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert named_tests
    assert [
        one for one in sorted(named_tests) if not any(p.endswith(f"/{one}") for p in there)
    ] == []
