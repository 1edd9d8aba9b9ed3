"""What the website costs, from cleared dossiers to files, and the whole pipeline, beside Hugo.

Invented people with ten claims each, four languages. Every row is one process and one run, its CPU
seconds those of user and system together. A row from cleared dossiers is a child of the process
that folded them: it has the dossiers, no record, and nothing that another row made ready; its peak
counts from its beginning. One claim more on people's pages is the last row of its process and no
child: to look at what a parent holds costs a child a copy of every page of memory, which no
publication pays. Aims: people's pages for a fifth of Hugo's CPU; a peak of 400 MB; a
rebuild without change in 5 s; one changed claim at the larger size in twice its time at the smaller
one; the site of 300 people in 3 s. 20,000 people take a quarter of an hour: name them. Beyond 2,000
people the whole site is made by the whole pipeline alone, and Hugo wants 15 GB of memory: leave it
out with --alone.

Files are written into memory where the system has a place for that: a full disk can take ten times
as long to find room for a new file as one with room, and that is no property of a program.

.venv/bin/python bench/site.py [--alone] [how many people] [how many more]
"""

import ctypes
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from invented.people import AS_OF, HOUSE, one_more, record
from invented.publication import published
from peers import hugo

from khronika.casebook.casebook import Casebook
from khronika.casebook.finishing import in_parts
from khronika.casebook.init import init
from khronika.casebook.manifest import Imprint
from khronika.casebook.publishing import Request, publish
from khronika.casebook.standing import Stamp
from khronika.casebook.writing import write_edition
from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies
from khronika.editions.edition import File, Group
from khronika.editions.path import person_page
from khronika.editions.site.drafted import Drafts, Values
from khronika.editions.site.edition import SiteEdition, _person, people_files
from khronika.editions.site.template import render
from khronika.ledger.ledger import Ledger
from khronika.ledger.sql import SqlStore
from khronika.values.language import LANGUAGES

LARGE = 2_000  # people; up to here the default run goes
SAMPLE = 300  # people whose views are made ready for the template engine alone
STORE = "store.sqlite"
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - of this run alone
IMPRINT = Imprint("public", AS_OF.isoformat(), "", LANGUAGES, ("site",))


@dataclass
class Clock:
    """CPU and wall seconds since it was made."""

    def __post_init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.perf_counter()

    def row(self, **more: float) -> dict[str, float]:
        """What was spent."""
        cpu, wall = time.process_time() - self._cpu, time.perf_counter() - self._wall
        return {"cpu": cpu, "wall": wall, "peak": peak(), **more}


def peak() -> float:
    """The most memory this process held so far, or since `forget_peak`, in MB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(row.split()[1]) / 1024 for row in status.splitlines() if "VmHWM" in row)


def forget_peak() -> None:
    """Count the peak from what is held now."""
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")


Files = Callable[[Publication], Iterator[File | Group]]


def peoples_pages(made: Publication) -> Iterator[Group]:
    return people_files(Dependencies(made), Drafts(made))


def whole_site(made: Publication) -> Iterator[File | Group]:
    return SiteEdition().parts(made)


Row = dict[str, object]


def measure_dossiers(people: int, folder: Path) -> Iterator[Row]:
    """From the record to cleared dossiers; from these to files, to no change, to one claim more."""
    kinds: dict[str, Files] = {"people's pages": peoples_pages}
    if people <= LARGE:
        kinds = {"whole site": whole_site, **kinds}
    yield from first_builds(people, folder, kinds)
    _, changed = folded(record(people) | one_more(people // 2))
    *others, (last, files) = kinds.items()
    for name, make in others:
        yield in_a_child(f"one claim, {name}", partial(run, changed, folder / name, make))
    forget_peak()
    yield {"name": f"one claim, {last}", **run(changed, folder / last, files)}


def first_builds(people: int, folder: Path, kinds: Mapping[str, Files]) -> Iterator[Row]:
    clock, made = folded(record(people))
    yield {"name": "clear and fold", **clock}
    for name, files in kinds.items():
        build = partial(run, made, folder / name, files)
        yield in_a_child(name, build)
        yield in_a_child(f"no change, {name}", build)
    yield in_a_child("minijinja alone", partial(with_ready_views, made))
    written = bare_writing(folder / "people's pages", folder / "bare")
    yield {"name": "bare writing", **written}


def folded(ledger: Ledger) -> tuple[dict[str, float], Publication]:
    """What was cleared and folded, and what that took; the record is not kept."""
    clock = Clock()
    made = published(ledger)
    row = clock.row()
    del ledger
    give_back()
    return row, made


def give_back() -> None:
    """Give the system back what is held for nobody: what the record left is no part of dossiers."""
    gc.collect()
    with suppress(OSError, AttributeError):  # of the C library of GNU alone
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def in_a_child(name: str, work: Callable[[], dict[str, float]]) -> Row:
    """The row, taken in a child of this process."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        forget_peak()
        with os.fdopen(writing, "w", encoding="utf-8") as stream:
            json.dump({"name": name, **work()}, stream)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as stream:
        told = stream.read()
    os.wait()
    row: Row = json.loads(told)
    return row


def run(made: Publication, out: Path, files: Files) -> dict[str, float]:
    """From cleared dossiers to files, as `publish` writes them, beside what stands there."""
    clock = Clock()
    with closing(SqlStore(f"sqlite:///{out.parent / STORE}")) as store:
        stamp = Stamp(store, out, {})
        standing = stamp.standing()
        finished = in_parts(files(made), standing)
        stamp.begin()
        written = write_edition(out, finished, imprint=IMPRINT, standing=standing)
        stamp.end(written.looked_at)
    return clock.row(files=written.count)


def with_ready_views(made: Publication) -> dict[str, float]:
    """What no page can do without: the template engine, with ready views."""
    ready = ready_values(made)
    clock = Clock()
    for around, shown in ready:
        render("person.html", "ru", page=around, **shown)
    row, share = clock.row(), len(made.people) / len(ready) * len(LANGUAGES)
    return {**row, "cpu": row["cpu"] * share, "wall": row["wall"] * share}


def ready_values(made: Publication) -> list[Values]:
    reader = next(one for one in Drafts(made).readers if one.language == "ru")
    chosen = sorted(made.people)[:SAMPLE]
    return [_person(one, person_page(made.addresses[one]), reader) for one in chosen]


def bare_writing(here: Path, there: Path) -> dict[str, float]:
    """The same bytes into files, with no hash, comparison or flush; reading is not counted."""
    cpu = wall = 0.0
    files = 0
    for path in sorted(here.rglob("*.html")):
        data, target = path.read_bytes(), there / path.relative_to(here)
        clock = Clock()
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(data)
        spent = clock.row()
        cpu, wall, files = cpu + spent["cpu"], wall + spent["wall"], files + 1
    return {"cpu": cpu, "wall": wall, "peak": 0, "files": files}


def measure_pipeline(people: int, folder: Path) -> Iterator[dict[str, object]]:
    """The record in SQLite, then everything `publish` does, each run in a process of its own."""
    settings = init(folder / "casebook", truth="ledger", id_letters=lambda _: HOUSE)
    with closing(Casebook.open(settings.folder, {})) as casebook:
        casebook.store.append(record(people))
    for name in ("publish", "publish again", "publish with one claim more"):
        if name.endswith("more"):
            with closing(Casebook.open(settings.folder, {})) as casebook:
                casebook.store.append(one_more(people // 2))
        yield from ({**row, "name": name} for row in apart("publish", people, folder))


def measure_publish(_: int, folder: Path) -> Iterator[dict[str, object]]:
    clock = Clock()
    with closing(Casebook.open(folder / "casebook", {})) as casebook:
        request = Request(only=("site",), out=folder / "published")
        done = publish(casebook, request, today=AS_OF)
    yield {"name": "publish", **clock.row(files=done.written.count)}


def measure_hugo(people: int, folder: Path) -> Iterator[dict[str, object]]:
    """People's pages by Hugo."""
    pages = hugo.lay_out(published(record(people)), folder)
    built = hugo.build(folder)
    assert built["pages"] == pages, built
    yield {"name": "Hugo: people's pages", **built, "files": pages}


MEASURES = {
    "dossiers": measure_dossiers,
    "pipeline": measure_pipeline,
    "publish": measure_publish,
    "hugo": measure_hugo,
}

IN_ORDER = ("dossiers", "hugo", "pipeline")


def apart(measure: str, people: int, folder: Path) -> Iterator[dict[str, object]]:
    """The rows of a measure, taken in a process of its own."""
    command = [sys.executable, __file__, "--measure", measure, str(people), str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    yield from map(json.loads, done.stdout.splitlines())


def measured(people: int, *, alone: bool) -> dict[str, dict[str, float]]:
    """Every row of one size, printed as it comes."""
    rows: dict[str, dict[str, float]] = {}
    print(f"\n{people:,} people, {people * len(LANGUAGES):,} pages about them")
    print(f"{'':28}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'files':>9}{'µs a file':>11}")
    for measure in IN_ORDER:
        if measure == "hugo" and (alone or shutil.which("hugo") is None):
            print("Hugo is left out" if alone else "No Hugo; on Debian: apt install hugo")
            continue
        with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
            for row in apart(measure, people, Path(folder)):
                name = str(row.pop("name"))
                rows[name] = {key: float(str(value)) for key, value in row.items()}
                print_row(name, rows[name])
    print_ratios(rows, people)
    return rows


def print_row(name: str, row: dict[str, float]) -> None:
    files = int(row.get("files", 0))
    each = f"{row['cpu'] / files * 1e6:11,.0f}" if files else ""
    print(
        f"{name:28}{row['cpu']:9.2f}{row['wall']:9.2f}{row['peak']:9,.0f}{files:9,}{each}",
        flush=True,
    )


def print_ratios(rows: dict[str, dict[str, float]], people: int) -> None:
    ours = rows["people's pages"]["cpu"]
    for peer in ("Hugo: people's pages", "minijinja alone", "bare writing"):
        if peer in rows:
            print(f"people's pages are {ours / rows[peer]['cpu']:.2f} times {peer} in CPU")
    print(f"{ours / people / len(LANGUAGES) * 1e6:,.0f} µs CPU for each page about a person")


def main(sizes: Iterable[int], *, alone: bool) -> None:
    found = {people: measured(people, alone=alone) for people in sizes}
    small, large = min(found), max(found)
    for name in ("one claim, people's pages", "publish with one claim more"):
        if name not in found[large]:
            continue
        times = found[large][name]["cpu"] / found[small][name]["cpu"]
        print(f"{name}: at {large:,} people {times:.1f} times the CPU at {small:,}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        for found_row in MEASURES[sys.argv[2]](int(sys.argv[3]), Path(sys.argv[4])):
            print(json.dumps(found_row), flush=True)
    else:
        given = [one for one in sys.argv[1:] if one != "--alone"]
        main([int(one) for one in given] or [SAMPLE, LARGE], alone="--alone" in sys.argv)
