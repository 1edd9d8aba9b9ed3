"""Opens a casebook to be shown, writing nothing into its folder.

The example lies in the installed package, which nobody may write to; and showing somebody's
casebook is no reason to leave files in it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.example import example_folder
from khronika.casebook.settings import DATABASE_URL, DATABASE_URL_FILE, Truth, read_settings

IN_MEMORY = "memory:"


@contextmanager
def demonstrated(folder: Path | None, environ: Mapping[str, str]) -> Iterator[Casebook]:
    """The casebook of this folder (None: the example), its cache in memory.

    Where the store is the truth and not a cache, it is read where it is.
    """
    shown = folder or example_folder()
    if read_settings(shown, environ).truth is Truth.YAML:
        kept = {name: text for name, text in environ.items() if name != DATABASE_URL_FILE}
        environ = {**kept, DATABASE_URL: IN_MEMORY}
    casebook = Casebook.open(shown, environ, mint=None)
    try:
        yield casebook
    finally:
        casebook.close()
