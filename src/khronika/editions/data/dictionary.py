"""What every column, kind, field, answer and status means, in a table of its own."""

from collections.abc import Iterator, Mapping, Sequence

from khronika.dossier.dossier import StatusCode
from khronika.editions.data.claim import BESIDE, BODY
from khronika.editions.data.column import DISPUTED, LIST, Described
from khronika.editions.data.sheet import to_csv
from khronika.schema.kind import FieldSpec, choices, kinds
from khronika.schema.label import field_labels, kind_labels, status_labels
from khronika.values.language import LANGUAGES

HEADER = ("file", "name", "type", "meaning", *(f"label_{code}" for code in LANGUAGES))
_GUARD = (
    "UTF-8, RFC 4180. A cell that would begin with = + - @ or a tab begins with a single quote, so "
    "that no spreadsheet takes it for a formula: drop that quote."
)
_LISTS = (
    f"Several things in one cell are separated by “{LIST}”; versions of one thing about which "
    f"sources disagree by “{DISPUTED}”. An empty cell: not known."
)
_DATES = (
    "Dates are EDTF: 2022, 2022-08, 2022-08-30; 2022-06/2022-07 some day between; 2022-21 to "
    "2022-24 spring to winter; 2022~ about."
)
_TERMS = (
    "A term is written 7y10m, 15d or life; a legal reference RU-UK 205.2/2/a: code, article, part, "
    "point."
)


def dictionary_csv(tables: Mapping[str, Sequence[Described]]) -> bytes:
    """The dictionary of the claims and of these tables."""
    return to_csv(HEADER, [*_conventions(), *_columns(tables), *_claims(), *_kinds(), *_answers()])


def _row(file: str, name: str, kind: str, meaning: str) -> list[str]:
    return [file, name, kind, meaning, *("" for _ in LANGUAGES)]


def _conventions() -> Iterator[list[str]]:
    yield from (_row("*.csv", "", "note", one) for one in (_GUARD, _LISTS, _DATES, _TERMS))


def _columns(tables: Mapping[str, Sequence[Described]]) -> Iterator[list[str]]:
    for file, columns in tables.items():
        yield from (_row(file, *one) for one in columns)


def _claims() -> Iterator[list[str]]:
    yield from (_row("claims.jsonl", *part) for part in (*BESIDE, *BODY))


def _kinds() -> Iterator[list[str]]:
    for name, row in kinds().items():
        labels = kind_labels(name)
        yield ["claims.jsonl", name, "kind", labels["en"], *_in_all(labels)]
        for field, spec in row.fields.items():
            labels = field_labels(name, field)
            yield ["claims.jsonl", f"{name}.{field}", _type(spec), labels["en"], *_in_all(labels)]


def _answers() -> Iterator[list[str]]:
    for name, rows in choices().items():
        for answer, row in rows.items():
            labels = row.labels
            yield ["claims.jsonl", f"{name}:{answer}", "answer", labels["en"], *_in_all(labels)]
    for code in StatusCode:
        labels = status_labels(code)
        yield ["people.csv", f"status:{code.value}", "status", labels["en"], *_in_all(labels)]


def _in_all(labels: Mapping[str, str]) -> list[str]:
    return [labels[code] for code in LANGUAGES]


def _type(spec: FieldSpec) -> str:
    name = f"{spec.type}:{spec.of}" if spec.of else spec.type
    return f"list of {name}" if spec.many else name
