"""Knowledge of this room that is kept as data, so that it can be corrected without code."""

from importlib.resources import files

import yaml


def read_table(name: str) -> object:
    """The YAML table of this name; the caller says what shape it has."""
    text = files("khronika.values").joinpath(name).read_text(encoding="utf-8")
    return yaml.safe_load(text)
