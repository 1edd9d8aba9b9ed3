"""The two casebooks that come with the program, published as anybody would."""

import json
import shutil
from pathlib import Path

import pytest

from khronika.editions.site.around import AROUND
from running import run_command

CASEBOOKS = Path(__file__).parents[2] / "casebooks"
PAGES = "atom,data,ftm,site"  # what needs nothing beyond the plain install
ABOUT_EVERYBODY = {
    "index.html", "people.html", "cases.html", "sources.html", "method.html", "404.html", *AROUND,
}  # fmt: skip
DAY = "2026-11-22"
TOLD = """
subject: person
id: frolov-saveliy
recorded: 2026-11-20
claims:
  - {key: told, kind: incident, fields: {kind: other, text: a lantern left at noon},
     date: 2026-05-05, source: unheard-voices-2025, section: p. 1, lang: en}
"""


@pytest.fixture
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "casebook"
    ignored = shutil.ignore_patterns("*.sqlite*", "editions", "backups")
    shutil.copytree(CASEBOOKS / request.param, folder, ignore=ignored)
    return folder


def publish(folder: Path, *more: str, only: str = PAGES) -> dict[str, list[str]]:
    line = ("--casebook", folder, "publish", "--as-of", DAY, "--json", "--only", only, *more)
    answer: dict[str, list[str]] = json.loads(run_command(*line).stdout)
    return answer


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("copied", "only"), [("example", ""), ("unheard-voices", PAGES)], indirect=["copied"]
)
def test_two_publications_are_the_same_bytes_and_the_second_writes_no_file(
    copied: Path, only: str, tmp_path: Path
) -> None:
    first = publish(copied, only=only)
    again = publish(copied, only=only)
    assert first["new"]
    assert again["new"] == again["changed"] == again["removed"] == []
    publish(copied, "--out", str(tmp_path / "elsewhere"), only=only)
    assert held(tmp_path / "elsewhere") == held(copied / "editions" / "public")


@pytest.mark.parametrize("copied", ["unheard-voices"], indirect=True)
def test_one_changed_claim_rewrites_one_person_one_case_and_what_is_about_everybody(
    copied: Path,
) -> None:
    publish(copied)
    file = copied / "claims" / "frolov-saveliy.yaml"
    text = file.read_text("utf-8")
    assert "term: 9y" in text
    file.write_text(text.replace("term: 9y", "term: 8y", 1), encoding="utf-8")
    answer = publish(copied)
    assert answer["new"] == answer["removed"] == []
    whole = ("data/", "ftm/")
    pages = {path.split("/", 1)[-1] for path in answer["changed"] if not path.startswith(whole)}
    own = {
        f"{folder}{page}.html"
        for folder in ("", "press/")
        for page in ("people/frolov-saveliy", "frolov-saveliy", "cases/frolov")
    }
    assert "people/frolov-saveliy.html" in pages
    assert pages - own - {"manifest.json"} <= ABOUT_EVERYBODY


@pytest.mark.parametrize("copied", ["unheard-voices"], indirect=True)
def test_a_restricted_claim_changes_no_public_byte(copied: Path) -> None:
    publish(copied)
    before = held(copied / "editions" / "public")
    private = copied / "claims.private" / "told-in-confidence.yaml"
    private.parent.mkdir()
    private.write_text(TOLD, encoding="utf-8")
    answer = publish(copied)
    assert "nonce: " in private.read_text("utf-8")  # it was taken into the record
    assert answer["new"] == answer["changed"] == answer["removed"] == []
    assert held(copied / "editions" / "public") == before


@pytest.mark.parametrize("name", ["Фролов", "Frolov", "Frolow"])
def test_every_spelling_of_a_name_prints_the_same_man(name: str, tmp_path: Path) -> None:
    line = ("--casebook", CASEBOOKS / "unheard-voices", "dossier", name, "--json")
    environ = {"KHRONIKA_DATABASE_URL": "memory:"}
    answer = json.loads(run_command(*line, environ=environ).stdout)
    assert answer["person"].endswith("/person/frolov-saveliy")
    term = next(one for one in answer["disputes"] if one["field"] == "term")
    assert term["values"] == ["6y", "9y"]
