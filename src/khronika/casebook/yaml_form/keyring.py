"""Finds the claim or decision that a file means by a key.

A key stands for an entry of its own file; `frolov-saveliy#term-9` for one of another, where the
part before `#` is a slug, `case/frolov`, or an id in full; an id of 64 digits for itself,
wherever the entry is.
"""

from collections import defaultdict
from collections.abc import Iterable

from khronika.casebook.yaml_form.passage_entry import is_hash
from khronika.errors import KhronikaError
from khronika.schema.meant import meant
from khronika.schema.subject import SubjectId, kind_of, slug_of


class NotNamed(KhronikaError):
    """Nothing, or more than one thing, is meant by a reference."""


class KeyRing:
    """The keys of many files."""

    def __init__(self) -> None:
        self._in_file: dict[str, dict[str, str]] = defaultdict(dict)
        self._elsewhere: dict[str, set[str]] = defaultdict(set)

    def add(self, file: str, subject: SubjectId, key: str, entry: str) -> None:
        """This key of this file, which is about this subject, stands for the entry."""
        if not key:
            return
        self._in_file[file][key] = entry
        for name in (slug_of(subject), f"{kind_of(subject)}/{slug_of(subject)}", subject):
            self._elsewhere[f"{name}#{key}"].add(entry)

    def find(self, file: str, reference: str) -> str:
        """The id of the entry; raises `NotNamed` saying what was meant."""
        if is_hash(reference):
            return reference
        if "#" in reference:
            return self._other(reference)
        here = self._in_file[file]
        if reference not in here:
            raise NotNamed(
                f"no entry of this file has the key {reference!r}; {_hint(reference, here)}"
            )
        return here[reference]

    def _other(self, reference: str) -> str:
        found = self._elsewhere.get(reference, set())
        if len(found) > 1:
            raise NotNamed(f"{reference!r} is more than one entry; name it by its id.")
        if not found:
            raise NotNamed(f"no file has {reference!r}; {_hint(reference, self._elsewhere)}")
        return next(iter(found))


def _hint(word: str, known: Iterable[str]) -> str:
    words = list(known)
    return meant(word, words) if words else "there are none."
