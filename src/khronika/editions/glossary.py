"""The words these pages use and do not explain where they use them, in the language's order."""

from dataclasses import dataclass

from khronika.editions.knowledge import glossary
from khronika.editions.reader import Reader
from khronika.editions.sorting import title_order


@dataclass(frozen=True, slots=True)
class TermRow:
    """One word; `russian` is what stands in documents, where the page's language writes another."""

    id: str
    term: str
    russian: str
    means: str


def glossary_rows(reader: Reader) -> tuple[TermRow, ...]:
    """Every word explained, in the order of the language's alphabet."""
    rows = [
        TermRow(
            id=f"term-{key}",
            term=term.in_language(reader.language),
            russian="" if reader.language == "ru" else term.in_language("ru"),
            means=means.in_language(reader.language),
        )
        for key, (term, means) in glossary().items()
    ]
    return tuple(sorted(rows, key=lambda row: (title_order(row.term), row.id)))
