"""Invented documents of other styles, languages and countries, with what is to be found in them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from khronika.extraction.eval_form import Row, rows
from khronika.extraction.proposal import Context
from khronika.extraction.propose import propose
from khronika.values.name import fold_name

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
ENOUGH = 0.8  # of what is to be found, and of what was found
KEYS = {  # the fields that must agree for a row to count, as far as the label has them
    "birth": ("date",), "age": ("value",), "arrest": ("date",), "custody": ("kind",),
    "charge": ("article", "part"), "demand": ("term_months",), "ruling": ("term_months", "fine"),
    "release": ("kind",), "incident": ("kind",),
}  # fmt: skip

Label = Mapping[str, object]


def labels(document: Path) -> list[Label]:
    lines = document.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found(document: Path) -> list[Row]:
    text = document.read_bytes().decode()
    return list(rows(document.name, propose(text, Context())))


def says(row: Row, label: Label) -> bool:
    """Whether a row is of the label's person and kind and agrees in what names the fact."""
    mine, theirs = row["fields"], label["fields"]
    assert isinstance(mine, Mapping)
    assert isinstance(theirs, Mapping)
    named = [key for key in KEYS.get(str(row["kind"]), ()) if key in theirs]
    is_person = fold_name(str(row["person"])) == fold_name(str(label["person"]))
    same = all(mine.get(key) == theirs[key] for key in named)
    return row["kind"] == label["kind"] and is_person and same


def matched(document: Path) -> Iterator[tuple[Row, Label]]:
    free = labels(document)
    for row in found(document):
        for label in free:
            if says(row, label):
                free.remove(label)
                yield row, label
                break


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_most_of_what_a_document_says_is_found(document: Path) -> None:
    needed = [label for label in labels(document) if not label.get("optional")]
    met = [label for _, label in matched(document) if not label.get("optional")]
    assert len(met) >= ENOUGH * len(needed)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_most_of_what_is_found_is_so(document: Path) -> None:
    assert len(list(matched(document))) >= ENOUGH * len(found(document))
