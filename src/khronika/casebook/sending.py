"""Works out how what was published gets to where it is to stand, and nothing of how it travels.

Invariants:

- Only files whose bytes differ travel. What is to go goes first: somebody who was taken down is
  never there beside the new pages. Then come new files, then changed ones, and the manifest last,
  so that a transfer that was cut off is seen by the next one.
- What may be there is written down before the first byte travels, and stays written down until it
  is known to be gone: a page that went out with a transfer that failed is removed by the next.
- What the other side says is there is not believed: a path that is no path of ours is refused, and
  a folder that holds anything else is not written into.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from khronika.casebook.manifest import MANIFEST, hashes_in
from khronika.casebook.writes import write_whole
from khronika.errors import KhronikaError

MAX_MANIFEST = 50_000_000  # bytes; of 10,000 people it is 6 MB
_PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~@+,=-]*(/[A-Za-z0-9_][A-Za-z0-9._~@+,=-]*)*\Z")


class CannotSend(KhronikaError):
    """What is here cannot be put there; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done there, in this order; each is a path below.

    Remove files and the folders this empties, make folders, put.
    """

    remove: tuple[str, ...]
    emptied: tuple[str, ...]
    folders: tuple[str, ...]
    put: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether everything is there already."""
        return not (self.remove or self.put)


def step(folder: Path, there: bytes | None, *, sent_before: Collection[str]) -> Step:
    """What takes the place from what it holds to what is published in this folder.

    `there` is the manifest that lies there, None where there is none; `sent_before` are paths that
    earlier transfers may have left. Raises `CannotSend`.
    """
    here = _hashes_here(folder)
    known = _hashes_there(there)
    put = sorted(path for path, sha256 in here.items() if known.get(path) != sha256)
    new = [path for path in put if path not in known]
    changed = [path for path in put if path in known]
    gone = ({*known, *sent_before} - here.keys()) - {MANIFEST}
    is_level = not put and not gone and there == (folder / MANIFEST).read_bytes()
    last = [] if is_level else [MANIFEST]
    emptied = sorted(set(_folders(gone)) - set(_folders(here)), reverse=True)
    return Step(tuple(sorted(gone)), tuple(emptied), _folders(new), (*new, *changed, *last))


def refuse_strangers_there(listed: Iterable[str], *, sent_before: Collection[str]) -> None:
    """Raise `CannotSend` where a folder without our manifest holds anything we did not put there.

    `listed` is what stands in the folder itself. Hidden files, which hosts put there, do not count.
    """
    ours = {PurePosixPath(path).parts[0] for path in sent_before} | {MANIFEST}
    strange = [one for one in listed if one not in ours and not one.startswith(".")]
    if strange:
        raise CannotSend(
            f"The folder there holds {len(strange)} things that this archive did not put there. "
            "Name an empty folder, so that nothing of yours is lost."
        )


def read_sent(record: Path) -> frozenset[str]:
    """The paths that earlier transfers may have left; none when nobody wrote any down."""
    try:
        paths = json.loads(record.read_bytes())
    except (OSError, ValueError):
        return frozenset()
    return frozenset(str(one) for one in paths if _is_ours(str(one)))


def write_sent(record: Path, paths: Collection[str]) -> None:
    """Write down what may be there from now on."""
    record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(record, (json.dumps(sorted(paths), indent=1) + "\n").encode("utf-8"))


def paths_here(folder: Path) -> frozenset[str]:
    """Every path that the folder publishes, and the manifest's own."""
    return frozenset({MANIFEST, *_hashes_here(folder)})


def _hashes_here(folder: Path) -> Mapping[str, str]:
    manifest = folder / MANIFEST
    here = hashes_in(manifest.read_bytes()) if manifest.is_file() else None
    if here is None:
        raise CannotSend("Nothing is published here yet. Make the site first.")
    for path in here:
        if not _is_ours(path):
            raise CannotSend(f"{path!r} is no name that every web server takes.")
    return here


def _hashes_there(manifest: bytes | None) -> Mapping[str, str]:
    if manifest is None:
        return {}
    there = hashes_in(manifest)
    if there is None:
        raise CannotSend(
            f"The {MANIFEST} there is not one of ours. Name an empty folder, so that nothing of "
            "yours is lost."
        )
    if not all(map(_is_ours, there)):
        raise CannotSend(
            f"The {MANIFEST} there was changed by somebody: it names what no publication writes. "
            "Nothing was sent. Empty the folder there, and ask who can write into it."
        )
    return there


def _is_ours(path: str) -> bool:
    return len(path) < 400 and bool(_PATH.match(path))


def _folders(paths: Iterable[str]) -> tuple[str, ...]:
    """The folders these files lie in, the outer before the inner."""
    found = {str(parent) for path in paths for parent in PurePosixPath(path).parents}
    return tuple(sorted(found - {"."}))
