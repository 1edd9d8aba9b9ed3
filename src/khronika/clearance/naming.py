"""The ways a person's name can stand in a text."""

from collections.abc import Iterator

from khronika.schema.claim import Claim
from khronika.schema.value import Text
from khronika.values.language import LANGUAGES
from khronika.values.name import transliterate

_ALONE = ("family", "text")  # parts of a name that give a person away by themselves
_ORDERS = (
    ("given", "family"),
    ("family", "given"),
    ("given", "patronymic", "family"),
    ("family", "given", "patronymic"),
)


def spellings(name: Claim) -> Iterator[str]:
    """The name in each usual order and language; the family name and a lone name by themselves."""
    parts = {field: part.text for field, part in name.fields.items() if isinstance(part, Text)}
    written = [parts[one] for one in _ALONE if one in parts]
    written += [
        " ".join(parts[one] for one in order) for order in _ORDERS if parts.keys() >= set(order)
    ]
    for text in written:
        yield text
        yield from (transliterate(text, one) for one in LANGUAGES if one != "ru")
