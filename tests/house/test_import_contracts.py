"""Each import contract is broken once on purpose, in a copy, to see that it still holds."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.matter import ROOT

ONE_WAY = "Work flows one way"
DJANGO = "Only the desk knows Django"
CLEARED = "Editions see only what was cleared"

BREACHES = [
    # contract, file, what is written at its end
    (ONE_WAY, "values/date.py", "import khronika.ledger.ledger\n"),
    (ONE_WAY, "ledger/ledger.py", "def late() -> None:\n    import khronika.dossier.fold\n"),
    (ONE_WAY, "clearance/policy.py", "import khronika.review\n"),  # a neighbour on one floor
    (ONE_WAY, "leftovers/__init__.py", '"""A room that is on no map."""\n'),
    (DJANGO, "ledger/ledger.py", "def late() -> None:\n    import django.db\n"),
    (DJANGO, "errors/say.py", "import django\n"),
    (CLEARED, "editions/edition.py", "import khronika.ledger.store\n"),
    (CLEARED, "editions/count.py", "import khronika.vault.vault\n"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    left = shutil.ignore_patterns("__pycache__", "*.yaml", "*.po", "*.html", "*.css")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=left)
    yield tmp_path
    shutil.rmtree(tmp_path / "src")


def broken_in(folder: Path) -> set[str]:
    """The contracts that do not hold in this copy."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(  # noqa: S603  # a tool of our own environment, with fixed arguments
        [program, "--no-cache", "--config", "pyproject.toml"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    verdicts = [line for line in done.stdout.splitlines() if line.endswith((" KEPT", " BROKEN"))]
    assert len(verdicts) == 3, done.stdout + done.stderr
    return {line.removesuffix(" BROKEN") for line in verdicts if line.endswith(" BROKEN")}


def test_the_house_as_it_stands_keeps_every_contract(copy: Path) -> None:
    assert broken_in(copy) == set()


@pytest.mark.parametrize(("contract", "file", "breach"), BREACHES)
def test_a_deliberate_breach_is_seen(copy: Path, contract: str, file: str, breach: str) -> None:
    path = copy / "src" / "khronika" / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as module:
        module.write(breach)
    assert any(name.startswith(contract) for name in broken_in(copy))
