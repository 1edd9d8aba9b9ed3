"""From the files of editions to files that can be written: taken over, left as they are, or made.

Invariants:

- A group is taken over by the next run only if all its files could be made, each under a key, and
  there was nothing to say of any: what a file lacks is told in every run.
"""

from collections.abc import Callable, Iterable, Iterator

from khronika.casebook.standing import Finished, Part, Standing
from khronika.clearance.publication import Publication
from khronika.editions.edition import Edition, File, Group, NotMade, parts_of
from khronika.errors import Problem

Watch = Callable[[str, int], None]  # is told the edition, and how many of its files are done
Make = Callable[[File], Finished | None]


def finishing(
    editions: Iterable[Edition],
    publication: Publication,
    standing: Standing,
    problems: list[Problem],
    watch: Watch,
) -> Iterator[Part]:
    """The files that could be made; what the others lacked goes to the problems."""
    for edition in editions:
        maker = _Maker(edition.name, standing, problems, watch)
        yield from _parts(parts_of(edition, publication), standing, maker)


def in_parts(parts: Iterable[File | Group], standing: Standing) -> Iterator[Part]:
    """The files of one edition in which nothing can go wrong, watched by nobody."""
    return _parts(parts, standing, _Maker("", standing, [], lambda _edition, _files: None))


class _Maker:
    """Makes the files of one edition, counts them, and keeps what they lack."""

    def __init__(
        self, edition: str, standing: Standing, problems: list[Problem], watch: Watch
    ) -> None:
        self._edition, self._standing = edition, standing
        self._problems, self._watch = problems, watch
        self._done = 0

    def make(self, file: File) -> Finished | None:
        """The file; None if it could not be made."""
        self.tell(1)
        self._problems.extend(file.problems)
        try:
            return self._standing.finished(file)
        except NotMade as why:
            self._problems.append(why.problem)
            return None

    def tell(self, files: int) -> None:
        """Tell the watcher how many were done before these."""
        self._watch(self._edition, self._done)
        self._done += files


def _parts(parts: Iterable[File | Group], standing: Standing, maker: _Maker) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, File):
            made = maker.make(part)
            if made:
                yield made
        elif taken := standing.taken_over(part):
            maker.tell(taken.files)
            yield taken
        else:
            standing.look_into(part)
            yield from _together(part, maker)


def _together(group: Group, maker: _Maker) -> Iterator[Finished]:
    """The files of a group, marked as such if the next run may take them over."""
    files = list(group.files())
    made = [one for file in files if (one := maker.make(file))]
    if len(made) < len(files) or not all(file.key and not file.problems for file in files):
        yield from made
        return
    for one in made:
        yield one.together(group.name, group.key)
