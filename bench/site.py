"""What the website costs, from cleared dossiers to files, and the whole pipeline, beside Hugo.

Invented people with ten claims each, four languages. Every row is one process and one run, its CPU
seconds those of user and system together. Aims: people's pages for a fifth of Hugo's CPU; a peak of
400 MB; a rebuild without change in 5 s; one changed claim at the larger size in twice its time at
the smaller one. 20,000 people take long: name them. Beyond 2,000 people there are people's pages
alone, ours and Hugo's; for Hugo's have 15 GB of memory free.

Files are written into memory where the system has a place for that: a full disk can take ten times
as long to find room for a new file as one with room, and that is no property of a program.

.venv/bin/python bench/site.py [how many people] [how many more]
"""

import json
import pickle
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from invented.people import AS_OF, HOUSE, one_more, record
from invented.publication import TITLE, published
from peers import hugo

from khronika.casebook.casebook import Casebook
from khronika.casebook.init import init
from khronika.casebook.manifest import Imprint
from khronika.casebook.publishing import Request, publish
from khronika.casebook.standing import Stamp, Standing
from khronika.casebook.writing import write_edition
from khronika.clearance.publication import Publication
from khronika.editions.digest import Dependencies
from khronika.editions.edition import File
from khronika.editions.path import person_page
from khronika.editions.site.drafted import Drafts, Values
from khronika.editions.site.edition import SiteEdition, _person, people_files
from khronika.editions.site.template import render
from khronika.ledger.memory import MemoryStore
from khronika.values.language import LANGUAGES

LARGE = 2_000  # people; up to here the default run goes
SAMPLE = 300  # people whose views are made ready for the template engine alone
LAID_DOWN = "publication.pickle"
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
    """The most memory this process held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


Files = Callable[[Publication], Iterator[File]]


def peoples_pages(made: Publication) -> Iterator[File]:
    return people_files(Dependencies(made), Drafts(made))


def whole_site(made: Publication) -> Iterator[File]:
    return SiteEdition().files(made)


def measure_fold(people: int, folder: Path) -> Iterator[dict[str, object]]:
    """From the record to cleared dossiers, which are laid down for the next process."""
    ledger = record(people)
    clock = Clock()
    made = published(ledger)
    yield {"name": "clear and fold", **clock.row()}
    laid = replace(made, house=replace(made.house, title=dict(TITLE)))
    (folder / LAID_DOWN).write_bytes(pickle.dumps(laid))


def laid_down(folder: Path) -> Publication:
    with (folder / LAID_DOWN).open("rb") as stream:
        made: Publication = pickle.load(stream)  # noqa: S301 - our own
    return replace(made, house=replace(made.house, title=TITLE))


def measure_pages(_: int, folder: Path) -> Iterator[dict[str, object]]:
    """From cleared dossiers to files, the people's pages."""
    made = laid_down(folder)
    yield {"name": "people's pages", **built(made, folder / "people's pages", peoples_pages)}
    yield from limits(made, folder)


def measure_whole(_: int, folder: Path) -> Iterator[dict[str, object]]:
    """From cleared dossiers to files, the whole site."""
    yield {"name": "whole site", **built(laid_down(folder), folder / "whole site", whole_site)}


def built(made: Publication, out: Path, files: Files) -> dict[str, float]:
    clock = Clock()
    finished = map(Standing(out).finished, files(made))
    written = write_edition(out, finished, imprint=IMPRINT)
    return clock.row(files=written.count)


def limits(made: Publication, folder: Path) -> Iterator[dict[str, object]]:
    """What no page can do without: the template engine with ready views, and the bare writing."""
    ready = ready_values(made)
    clock = Clock()
    for around, shown in ready:
        render("person.html", "ru", page=around, **shown)
    row, share = clock.row(), len(made.people) / len(ready) * len(LANGUAGES)
    yield {"name": "minijinja alone", **row, "cpu": row["cpu"] * share, "wall": row["wall"] * share}
    yield {"name": "bare writing", **bare_writing(folder / "people's pages", folder / "bare")}


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


def measure_changes(people: int, folder: Path) -> Iterator[dict[str, object]]:
    """From cleared dossiers again: nothing changed, then one claim more about one person."""
    ledger = record(people)
    made, changed = published(ledger), published(ledger | one_more(people // 2))
    for name, files in (("people's pages", peoples_pages), ("whole site", whole_site)):
        if files is whole_site and people > LARGE:
            return
        store, out = MemoryStore(), folder / name
        yield {"name": f"first build, {name}", **run(made, store, out, files)}
        yield {"name": f"no change, {name}", **run(made, store, out, files)}
        yield {"name": f"one claim, {name}", **run(changed, store, out, files)}


def run(made: Publication, store: MemoryStore, out: Path, files: Files) -> dict[str, float]:
    clock, stamp = Clock(), Stamp(store, out, {})
    finished = map(stamp.standing().finished, files(made))
    stamp.begin()
    written = write_edition(out, finished, imprint=IMPRINT)
    stamp.end()
    return clock.row(files=written.count)


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
    "fold": measure_fold,
    "whole": measure_whole,
    "pages": measure_pages,
    "changes": measure_changes,
    "pipeline": measure_pipeline,
    "publish": measure_publish,
    "hugo": measure_hugo,
}

TOGETHER = (("fold", "pages"), ("hugo",), ("changes",))  # measures that work in one folder
IN_FULL = (("fold", "whole"), ("pipeline",))


def apart(measure: str, people: int, folder: Path) -> Iterator[dict[str, object]]:
    """The rows of a measure, taken in a process of its own."""
    command = [sys.executable, __file__, "--measure", measure, str(people), str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    yield from map(json.loads, done.stdout.splitlines())


def taken(measures: Iterable[str], people: int, folder: Path) -> Iterator[dict[str, object]]:
    for measure in measures:
        if measure == "hugo" and shutil.which("hugo") is None:
            print("Hugo is not installed; on Debian: apt install hugo")
        else:
            yield from apart(measure, people, folder)


def measured(people: int) -> dict[str, dict[str, float]]:
    """Every row of one size, printed as it comes."""
    rows: dict[str, dict[str, float]] = {}
    print(f"\n{people:,} people, {people * len(LANGUAGES):,} pages about them")
    print(f"{'':28}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'files':>9}{'µs a file':>11}")
    for measures in (*TOGETHER, *(IN_FULL if people <= LARGE else ())):
        with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
            for row in taken(measures, people, Path(folder)):
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


def main(sizes: Iterable[int]) -> None:
    found = {people: measured(people) for people in sizes}
    small, large = min(found), max(found)
    for name in ("one claim, people's pages", "publish with one claim more"):
        if name not in found[large]:
            continue
        times = found[large][name]["wall"] / found[small][name]["wall"]
        print(f"{name}: at {large:,} people {times:.1f} times the wall time at {small:,}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        for found_row in MEASURES[sys.argv[2]](int(sys.argv[3]), Path(sys.argv[4])):
            print(json.dumps(found_row), flush=True)
    else:
        main([int(size) for size in sys.argv[1:]] or [SAMPLE, LARGE])
