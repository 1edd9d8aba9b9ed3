"""Knowledge of this room that is kept as data, so that it can be corrected without code."""

from importlib.resources import files

import yaml

# The same language, read by libyaml where it is there: every command begins with these tables.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> object:
    """What the YAML text of one of our own tables says; the caller says what shape it has."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - both are safe loaders


def read_table(name: str) -> object:
    """The YAML table of this name; the caller says what shape it has."""
    text = files("khronika.values").joinpath(name).read_text(encoding="utf-8")
    return read_yaml(text)
