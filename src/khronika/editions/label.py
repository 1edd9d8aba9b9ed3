"""Labels of the schema as a reader sees them; each can be left open in a draft."""

from khronika.editions.reader import Reader
from khronika.schema.label import choice_label, field_label, kind_label, status_label
from khronika.schema.vocabulary import label


def kind_name(kind: str, reader: Reader) -> str:
    """What this kind of fact is called."""
    return kind_label(kind, reader.language)


def field_name(kind: str, field: str, reader: Reader) -> str:
    """What this field of the kind is called."""
    return field_label(kind, field, reader.language)


def choice_name(choices: str, choice: str, reader: Reader) -> str:
    """What this answer of a closed set is called."""
    return choice_label(choices, choice, reader.language)


def status_name(code: str, reader: Reader) -> str:
    """Where a person stands, in a word or two."""
    return status_label(code, reader.language)


def row_name(table: str, key: str, reader: Reader) -> str:
    """What this row of a table is called."""
    return label(table, key, reader.language)
