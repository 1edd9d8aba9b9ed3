"""Looks for words in what a visitor may see, and in nothing else.

Invariants:

- Where somebody may not look, nothing is looked for: neither found nor counted.
- A support group finds the people of its case, by the names it may see, and the case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khronika.casebook.word_index import Line
from khronika.desk.people.reads import Row, rows
from khronika.desk.people.reads import search as find_people
from khronika.desk.rules import TEAM
from khronika.desk.search.words import Text, documents, met, texts
from khronika.desk.snapshot import Snapshot
from khronika.desk.visit import Visit
from khronika.identity.search_key import fold_for_search
from khronika.schema.subject import SubjectId, slug_of
from khronika.values.language import LANGUAGES

MOST = 20  # of each kind; more are counted


@dataclass(frozen=True, slots=True)
class Met:
    """A text or a document in which the words stand; `href` leads to the very page."""

    title: str
    about: str
    href: str
    line: Line


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of each kind, and how many of it there are in all.

    `unread` counts documents whose words are not in the index yet.
    """

    people: tuple[Row, ...]
    people_count: int
    cases: tuple[tuple[str, str], ...]
    texts: tuple[Met, ...]
    texts_count: int
    documents: tuple[Met, ...]
    documents_count: int
    unread: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was met."""
        return not (self.people or self.cases or self.texts or self.documents)


def search(words: str, visit: Visit) -> Found:
    """Everything the words are met in, of what this visitor may see."""
    people = find_people(visit.snapshot, words)
    is_team = visit.role in TEAM
    in_texts = met(texts(visit), words, visit) if is_team else []
    here, unread = documents(visit) if is_team else ({}, 0)
    in_documents = met(here, words, visit)
    return Found(
        people=rows(people[:MOST], visit.snapshot, visit.language),
        people_count=len(people),
        cases=tuple(_cases(words, visit.snapshot, visit.language))[:MOST],
        texts=tuple(map(_met, in_texts[:MOST])),
        texts_count=len(in_texts),
        documents=tuple(map(_met, in_documents[:MOST])),
        documents_count=len(in_documents),
        unread=unread,
    )


def _met(found: tuple[Text, Line, int]) -> Met:
    text, line, page = found
    return Met(text.title, text.about, text.href(page), line)


def _cases(words: str, snapshot: Snapshot, language: str) -> Iterator[tuple[str, str]]:
    """The cases of which a name, in any language, has words that begin as these do."""
    keys = fold_for_search(words).split()
    for case, names in _names_of_cases(snapshot).items():
        known = [word for name in names for word in fold_for_search(name).split()]
        if keys and all(any(word.startswith(key) for word in known) for key in keys):
            yield slug_of(case), snapshot.reader(language).case_name(case)


def _names_of_cases(snapshot: Snapshot) -> Mapping[SubjectId, set[str]]:
    found: dict[SubjectId, set[str]] = {}
    for language in LANGUAGES:
        for case, name in snapshot.reader(language).case_names.items():
            found.setdefault(case, set()).add(name)
    return found
