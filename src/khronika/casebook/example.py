"""Where the example lies: a small casebook of invented people that comes with the program."""

from datetime import date
from pathlib import Path

from khronika.errors import KhronikaError

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
