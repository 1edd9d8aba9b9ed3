"""The grammars and tables of this room, kept as data so that they can be corrected without code."""

from functools import cache
from importlib.resources import files

from khronika.values.table import read_yaml


@cache
def read_grammar(name: str) -> object:
    """The table of this name; the caller says what shape it has."""
    folder = files("khronika.extraction") / "grammar"
    return read_yaml(folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
