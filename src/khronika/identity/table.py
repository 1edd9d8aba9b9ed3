"""What this room knows of names, kept as data so that it can be corrected without code."""

from importlib.resources import files

from khronika.values.table import read_yaml


def read_table(name: str) -> object:
    """The YAML table of this name; the caller says what shape it has."""
    return read_yaml(files("khronika.identity").joinpath(name).read_text(encoding="utf-8"))
