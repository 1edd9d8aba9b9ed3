"""Where the example lies: a small casebook of invented people that comes with the program."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from khronika.casebook.adopting import adopt
from khronika.casebook.casebook import Casebook
from khronika.errors import KhronikaError
from khronika.ledger.ledger import Recorded

# The day the example is written for: on it some addresses are fresh and some hearings to come.
EXAMPLE_DAY = date(2026, 11, 22)


class NoExample(KhronikaError):
    """The program was installed without its example."""

    def __init__(self) -> None:
        super().__init__(
            "The example casebook is not installed with this program. "
            "Name a casebook with --casebook, or install the program again."
        )


def example_folder() -> Path:
    """The example in the installed package, else in the checkout this runs from."""
    package = Path(__file__).parent
    places = (package / "example", package.parents[2] / "casebooks" / "example")
    for place in places:
        if (place / "casebook.toml").is_file():
            return place
    raise NoExample


def lay_out_example(folder: Path, environ: Mapping[str, str], *, recorded: Recorded) -> None:
    """Put a copy of the example into this folder, its store the truth, so that it can be tried."""
    shutil.copytree(example_folder(), folder, dirs_exist_ok=True)
    casebook = Casebook.open(folder, environ)
    try:
        adopt(casebook, recorded=recorded)
    finally:
        casebook.close()
