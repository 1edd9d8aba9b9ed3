"""What an edition needs beyond the plain install, and whether it is there."""

from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Extra:
    """An extra of the package, and the modules it brings."""

    name: str
    modules: tuple[str, ...]

    @property
    def is_installed(self) -> bool:
        """Whether every module can be found; none of them is loaded for that."""
        return all(find_spec(module) is not None for module in self.modules)


NOTHING = Extra("", ())
