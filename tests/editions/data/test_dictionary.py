"""Nothing in the data is without its meaning."""

import csv
import io

from editions.markup import rendered
from editions.publications import a_publication
from khronika.editions.data.edition import DataEdition
from khronika.schema.kind import choices, kinds
from khronika.values.language import LANGUAGES


def dictionary() -> list[dict[str, str]]:
    data = rendered(DataEdition(), a_publication())["data/dictionary.csv"]
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_every_column_of_every_table_is_described() -> None:
    files = rendered(DataEdition(), a_publication())
    described = {(row["file"], row["name"]) for row in dictionary()}
    for name in ("people.csv", "sources.csv"):
        header = next(csv.reader(io.StringIO(files[f"data/{name}"].decode(), newline="")))
        assert {(name, column) for column in header} <= described


def test_every_kind_field_and_answer_is_named_in_every_language() -> None:
    rows = {row["name"]: row for row in dictionary() if row["file"] == "claims.jsonl"}
    for name, kind in kinds().items():
        wanted = [name, *(f"{name}.{field}" for field in kind.fields)]
        for one in wanted:
            assert all(rows[one][f"label_{code}"] for code in LANGUAGES), one
    assert {f"regime:{answer}" for answer in choices()["regime"]} <= rows.keys()
    assert rows["ruling.articles"]["type"] == "list of legal"
    assert rows["ruling.regime"]["type"] == "choice:regime"


def test_the_guard_against_formulas_is_told() -> None:
    notes = [row["meaning"] for row in dictionary() if row["type"] == "note"]
    assert any("single quote" in note for note in notes)
