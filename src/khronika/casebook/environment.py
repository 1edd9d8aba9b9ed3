"""The one place that reads the environment; everything else is handed what it needs."""

import os
from collections.abc import Mapping


def environment() -> Mapping[str, str]:
    """The variables this program was started with."""
    return os.environ  # noqa: TID251  # the one door the ban on reading it elsewhere leaves open
