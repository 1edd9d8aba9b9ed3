"""Which files of `media/` are opened, and what is said of those that cannot be shown."""

from pathlib import Path

import pytest
from PIL import Image

from builders import a_claim, by_id, person
from khronika.casebook.pictures import read_pictures
from khronika.schema.claim import Claim

ALENA = person("belova-alena")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    Image.new("RGB", (8, 10), "gray").save(tmp_path / "media/alena.jpg")
    return tmp_path


def a_portrait(file: str = "alena.jpg", **more: object) -> Claim:
    told = {"credit": "Vera", "licence": "CC0", "faces": "agreed"} | more
    shown = {name: value for name, value in told.items() if value}
    return a_claim("portrait", subject=ALENA, file=file, **shown)  # type: ignore[arg-type]


def test_the_picture_a_claim_names_is_read(folder: Path) -> None:
    claims = by_id([a_portrait(), a_claim("arrest", subject=ALENA)])
    pictures, problems = read_pictures(folder, claims)
    assert [claims[one].kind for one in pictures] == ["portrait"]
    assert not problems


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("nobody.jpg", "picture.missing"),
        ("broken.jpg", "picture.unreadable"),
        ("../alena.jpg", "picture.elsewhere"),
        ("linked.jpg", "picture.elsewhere"),
        ("inner", "picture.missing"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_problem_and_stops_no_other(
    folder: Path, file: str, code: str
) -> None:
    (folder / "media/broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
    (folder / "media/linked.jpg").symlink_to(folder / "media/alena.jpg")
    (folder / "media/inner").mkdir()
    (folder / "alena.jpg").write_bytes((folder / "media/alena.jpg").read_bytes())
    pictures, problems = read_pictures(folder, by_id([a_portrait(file), a_portrait()]))
    assert len(pictures) == 1
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("unsaid", ["credit", "licence"])
def test_a_picture_is_not_shown_without_whose_it_is_and_on_what_terms(
    folder: Path, unsaid: str
) -> None:
    pictures, problems = read_pictures(folder, by_id([a_portrait(**{unsaid: ""})]))
    assert not pictures
    assert [problem.code for problem in problems] == ["picture.no-credit"]
