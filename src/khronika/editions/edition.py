"""What an edition is: a publication in, files out.

Invariants:

- Deterministic: the same publication gives the same paths in the same order, and the same bytes.
- An edition imports neither ledger nor vault; it sees a `Publication`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from khronika.clearance.publication import Publication
from khronika.errors import KhronikaError, Problem
from khronika.schema.visibility import Use


class NotMade(KhronikaError):
    """A file could not be made of this material; whoever renders goes on with the others."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class File:
    """One file to write, below the edition's folder, with forward slashes.

    `key` changes whenever the bytes would: equal keys promise equal bytes, so that a file need
    not be rendered to know that it did not change. An empty key promises nothing, and none holds a
    blank. A `fixed` file
    prints the program's own words and what the house says of itself, whatever the record holds.
    `own_words` are words of the program among others: what may not leave is not looked for where
    it is one of these. `problems` tell what the file does not print as the record has it. `render`
    may raise `NotMade`.
    """

    path: str
    render: Callable[[], bytes]
    key: str = ""
    fixed: bool = False
    own_words: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Files that may stay together without being looked at one by one.

    `key` changes whenever the path, the key or the bytes of any of them would, and whenever one
    comes or goes. Names are of one edition alone.
    """

    name: str
    key: str
    files: Callable[[], Iterator[File]]


class Edition(Protocol):
    """One kind of output, registered once in `registry.py`."""

    @property
    def name(self) -> str:
        """The word after `--only`."""
        ...

    @property
    def uses(self) -> frozenset[Use]:
        """What it is made for; other uses get nothing from it."""
        ...

    def files(self, publication: Publication) -> Iterator[File]:
        """Every file of the edition, in one order."""
        ...


@runtime_checkable
class InGroups(Protocol):
    """An edition of so many files that they are told in groups."""

    def parts(self, publication: Publication) -> Iterator[File | Group]:
        """The files of the edition, some of them in groups."""
        ...


def parts_of(edition: Edition, publication: Publication) -> Iterator[File | Group]:
    """The edition's files, in groups if it has any."""
    return (
        edition.parts(publication) if isinstance(edition, InGroups) else edition.files(publication)
    )


def in_full(parts: Iterable[File | Group]) -> Iterator[File]:
    """Every file, those of groups too."""
    for part in parts:
        if isinstance(part, Group):
            yield from part.files()
        else:
            yield part
