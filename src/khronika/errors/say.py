"""What a rule has to say, before it is said in anybody's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Say:
    """A code from the table of sentences, and the values that fill it.

    A value may be anything a wording can print: text, a number, a date, a term, money, a legal
    reference, a name, another `Say`.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
