from pathlib import Path

import pytest

from khronika.casebook.unread import may_protect
from khronika.errors import Problem

FILE = """subject: person
id: zimin-boris
claims:
  - {key: arrest, kind: arrest, date: soon}
decisions:
  - {stance: zimin-boris, value: do-not-lst}
recorded_by: editors
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "zimin.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("place", "code", "protects"),
    [
        ("claims/zimin.yaml:4", "yaml.bad-date", False),
        ("claims/zimin.yaml:6", "yaml.unknown-choice", True),
        ("claims/zimin.yaml:7", "yaml.unknown-key", False),
        ("claims/zimin.yaml:4", "yaml.tab", True),  # nothing of the file was read
        ("claims/zimin.yaml", "yaml.too-large", True),
        ("claims/zimin.yaml", "yaml.something-new", True),  # unknown trouble is the worst
        ("claims/gone.yaml:3", "yaml.bad-date", True),
    ],
)
def test_trouble_may_have_lost_a_decision(
    folder: Path, place: str, code: str, *, protects: bool
) -> None:
    problem = Problem(place, code, "Something is wrong.")
    assert may_protect([problem], folder) == ((problem,) if protects else ())


def test_a_place_on_a_disk_of_windows_is_understood(folder: Path) -> None:
    problem = Problem(f"{folder / 'claims' / 'zimin.yaml'}:4", "yaml.bad-date", "Wrong.")
    assert may_protect([problem], folder) == ()
