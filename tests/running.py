"""A small casebook of invented people, written by hand, and a way to run commands on it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from khronika.cli.main import khronika

SETTINGS = """
id = "lanterns"
truth = "yaml"
policy = "already-public"
languages = ["en", "ru"]
timezone = "Europe/Moscow"
[title]
en = "Lanterns"
ru = "Фонари"
"""
PAPER = """
id: paper
title: The River Paper
date: 2024-09-01
lang: ru
level: open
"""
GAZETTE = """
id: gazette
title: The Gazette
date: 2024-10-01
lang: en
level: open
"""
CASE = """
subject: case
id: square
recorded: 2025-01-10
recorded_by: editors
claims:
  - {key: name, kind: name, text: The square, source: gazette, section: p. 1, lang: en}
"""
SAVA = """
subject: person
id: ladogin-sava
recorded: 2025-01-10
recorded_by: editors
claims:
  - {key: name, kind: name, text: Сава Ладогин, family: Ладогин, given: Сава, source: paper,
     section: p. 2, lang: ru}
  - {key: member, kind: membership, case: square, role: defendant, source: paper, section: p. 2,
     lang: ru}
  - {key: arrest, kind: arrest, case: square, date: 2024-03-01, source: paper, section: p. 2,
     lang: ru}
  - {key: nine, kind: ruling, case: square, instance: first, date: 2024-09-01, term: 9y,
     source: paper, section: p. 2, lang: ru}
  - {key: six, kind: ruling, case: square, instance: first, date: 2024-09-01, term: 6y,
     source: gazette, section: p. 1, lang: en}
decisions:
  - {stance: ladogin-sava, value: list, by: editors, at: 2025-01-10, reason: read}
  - {ready: ladogin-sava, by: editors, at: 2025-01-10, reason: read}
"""
SVETA = """
subject: person
id: ladogina-sveta
recorded: 2025-01-10
recorded_by: editors
claims:
  - {key: name, kind: name, text: Светлана Ладогина, family: Ладогина, given: Светлана,
     source: paper, section: p. 3, lang: ru}
  - {key: arrest, kind: arrest, date: 2024-04-02, source: paper, section: p. 3, lang: ru}
  - {key: born, kind: birth, date: 1990-06-15, source: gazette, section: p. 1, lang: en}
decisions:
  - {stance: ladogina-sveta, value: list, by: editors, at: 2025-01-10, reason: read}
  - {ready: ladogina-sveta, by: editors, at: 2025-01-10, reason: read}
"""
FILES = {
    "casebook.toml": SETTINGS,
    "sources/paper.yaml": PAPER,
    "sources/gazette.yaml": GAZETTE,
    "claims/square.yaml": CASE,
    "claims/ladogin-sava.yaml": SAVA,
    "claims/ladogina-sveta.yaml": SVETA,
}
Run = Callable[..., Result]


def lay_out(folder: Path) -> Path:
    """Write the casebook into the folder."""
    for path, text in FILES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def run_command(
    *arguments: str | Path,
    status: int = 0,
    text: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> Result:
    """Run the program; its status is checked, and no exception is hidden."""
    environ = {"KHRONIKA_LANGUAGE": "", "KHRONIKA_DATABASE_URL": "", **(environ or {})}
    line = [str(one) for one in arguments]
    result = CliRunner().invoke(khronika, line, input=text, env=environ)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == status, result.output
    return result
