"""The page to find on, and the sorted blocks its script reads, a few for each thing typed.

A site of 80,000 pages has no server to ask and must work from a folder, where a script may fetch
nothing. What can be found stands in the order of its keys, cut into blocks; the beginning of every
block's first key tells the script which one to open.

Invariants:

- The scripts are plain files named by the page's own script; nothing is fetched.
- The page works without scripts: it leads to the lists.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise

from khronika.editions.digest import digest
from khronika.editions.edition import File, Group
from khronika.editions.facet import Indexes
from khronika.editions.path import (
    FIND,
    FIND_SCRIPT,
    LISTS,
    PEOPLE,
    TEXTS,
    Link,
    find_block,
    find_index,
    link,
    page_path,
)
from khronika.editions.reader import Reader
from khronika.editions.site.findable import NUMBER, Findable, findables
from khronika.editions.site.page import frame
from khronika.editions.site.template import find_script, render
from khronika.editions.site.texts import offers_texts
from khronika.identity.search_key import rules

BLOCK = 100  # rows; two blocks with the script and the index stay below 50 KB at 20,000 people
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Blocks:
    """What can be found, in blocks, by language; worked out when the first of them is asked for."""

    def __init__(self, readers: Sequence[Reader], indexes: Indexes) -> None:
        self._readers = readers
        self._indexes = indexes

    @cached_property
    def _rows(self) -> dict[str, tuple[Findable, ...]]:
        return findables(self._readers, self._indexes)

    def count(self, language: str) -> int:
        """How many blocks the language has; at least one."""
        return max(1, -(-len(self._rows[language]) // BLOCK))

    def block(self, language: str, number: int) -> bytes:
        """One block as a script that hands its rows over."""
        rows = [
            [one.key, one.text, one.page, one.kind]
            for one in self._rows[language][number * BLOCK : (number + 1) * BLOCK]
        ]
        return _script("khronikaBlock", number, rows)

    def index(self, language: str) -> bytes:
        """Where every block begins, and the rules for keys, as a script."""
        rows = self._rows[language]
        keys = [
            _beginning(rows[place - 1].key if place else "", rows[place].key)
            for place in range(0, len(rows), BLOCK)
        ]
        said = "\n".join(_following(keys))
        return _script("khronikaIndex", {"keys": said, "number": NUMBER, "rules": _browser_rules()})


def _following(keys: Sequence[str]) -> Iterator[str]:
    """Each key by how many letters it begins like the one before (base 36), and its own rest."""
    for before, key in pairwise(("", *keys)):
        same = min(_alike(before, key), len(_DIGITS) - 1)
        yield f"{_DIGITS[same]}{key[same:]}"


def find_files(readers: Sequence[Reader], indexes: Indexes, whole: str) -> Iterator[File | Group]:
    """The script, and by language the page, the index and the blocks.

    `whole` is the digest of everything a page may print.
    """
    yield File(FIND_SCRIPT, find_script, digest(whole, FIND_SCRIPT))
    blocks = Blocks(readers, indexes)
    for reader in readers:
        make = partial(_in_language, reader, blocks, whole)
        yield Group(f"site/find/{reader.language}", digest(whole, reader.language), make)


def _in_language(reader: Reader, blocks: Blocks, whole: str) -> Iterator[File]:
    language = reader.language
    yield File(page_path(language, FIND), partial(_page, reader), digest(whole, FIND))
    path = find_index(language)
    yield File(path, partial(blocks.index, language), digest(whole, path))
    for number in range(blocks.count(language)):
        path = find_block(language, number)
        yield File(path, partial(blocks.block, language, number), digest(whole, path))


def _beginning(before: str, first: str) -> str:
    """As little of a block's first key as tells it from the last one of the block before."""
    return first[: _alike(before, first) + 1]


def _alike(one: str, other: str) -> int:
    """How many letters the two begin with in common."""
    both = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in both if a != b), min(len(one), len(other)))


def _page(reader: Reader) -> bytes:
    gettext = reader.wording.gettext
    page = page_path(reader.language, FIND)
    around = frame(reader, FIND, title=gettext("Find"))
    ways = (Link(gettext("People"), link(FIND, PEOPLE)), Link(gettext("Lists"), link(FIND, LISTS)))
    scripts = (link(page, FIND_SCRIPT), link(page, find_index(reader.language)))
    texts = link(FIND, TEXTS) if offers_texts(reader.publication) else ""
    said = {"ways": ways, "scripts": scripts, "texts": texts}
    return render("find.html", reader.language, page=around, **said)


def _browser_rules() -> dict[str, object]:
    """The rules for keys as a browser reads them: what a bracket held is `$1` there."""
    found = rules()
    steps = [[pattern, becomes.replace("\\1", "$1")] for pattern, becomes in found["steps"]]
    return {**found, "letters": dict(found["letters"]), "steps": steps}


def _script(function: str, *values: object) -> bytes:
    said = ",".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in values)
    return f"{function}({said});\n".encode()
