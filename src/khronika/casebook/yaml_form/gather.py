"""Finds the YAML files of a folder and reads their text, refusing what cannot be one of ours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from khronika.casebook.layout import CLAIMS, PRIVATE, SOURCES, Area, area_of
from khronika.casebook.yaml_form.report import Report
from khronika.errors import Problem

MAX_BYTES = 1_000_000  # the longest case of the first book is 60 kB; more is another file
SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class FileText:
    """One file: its name from the casebook's folder, its half, its text as it stands."""

    name: str
    area: Area
    text: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files that could be read, in order, and what kept others out."""

    files: tuple[FileText, ...]
    problems: tuple[Problem, ...]


def gather(folder: Path) -> Gathered:
    """Every YAML file of the casebook in this folder."""
    paths = [path for root in (CLAIMS, PRIVATE, SOURCES) for path in yaml_paths(folder / root)]
    return read_paths([(path, path.relative_to(folder).as_posix()) for path in paths])


def yaml_paths(root: Path) -> Iterator[Path]:
    """The YAML files below this folder, in order; files the editor hides are none."""
    found = (path for path in root.rglob("*") if path.suffix in SUFFIXES)
    visible = (path for path in found if not path.name.startswith("."))
    yield from sorted(path for path in visible if path.is_file() or path.is_symlink())


def read_paths(named: Iterable[tuple[Path, str]], *, area: Area | None = None) -> Gathered:
    """These files under these names; the half by the name unless it is given."""
    files: list[FileText] = []
    problems: list[Problem] = []
    for path, name in named:
        half = area or area_of(PurePosixPath(name))
        report = Report(name, half)
        text = _read(path, report)
        problems.extend(report.problems)
        if text is not None:
            files.append(FileText(name, half, text))
    return Gathered(tuple(files), tuple(problems))


def _read(path: Path, report: Report) -> str | None:
    if path.is_symlink():
        report.add(0, "link", "A link to another place is not read.", remedy="Put the file here.")
        return None
    try:
        # The size is asked first: a file of two gigabytes must not be read to be refused.
        if path.stat().st_size > MAX_BYTES:
            report.add(0, "too-large", f"The file is larger than {MAX_BYTES:,} bytes.", remedy=_CUT)
            return None
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        report.add(line, "not-utf-8", "This is not UTF-8.", remedy="Save the file as UTF-8.")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        report.add(0, "unreadable", f"The file cannot be opened: {reason}.")
    return None


_CUT = "Divide it; several files may speak of one subject."
