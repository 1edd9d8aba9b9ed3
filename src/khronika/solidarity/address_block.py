"""A letter address as Russian post wants it: postcode first, the person last.

The order is that of Russian envelopes: postcode, region, district, town, street, house, the
institution, then surname, first name, patronymic, and the year of birth.

Invariants:

- Nothing is guessed: a part that is not known is left out.
- The name stands once, in Cyrillic and in the nominative, whatever the recorded address holds.
"""

import re

from khronika.values.name import PersonName

_BORN = re.compile(r"\b\d{4}\s*г\.?\s*р\.?(?![а-яё])", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_STEM = 4  # letters; the endings of cases change, the beginning of a surname does not


def address_block(text: str, name: PersonName, *, born: int | None = None) -> tuple[str, ...]:
    """The lines of the envelope: the institution's address, the name, the year of birth."""
    parts = _institution(text, name)
    code = next((part for part in parts if _POSTCODE.fullmatch(part)), "")
    rest = [part for part in parts if part != code]
    lines = [code] if code else []
    lines += _folded(rest)
    return (*lines, _named(name, born))


def has_postcode(text: str) -> bool:
    """Whether six digits stand in the address; without them Russian post sorts nothing."""
    return bool(_POSTCODE.search(text))


def _institution(text: str, name: PersonName) -> list[str]:
    """The parts of the recorded address without those about the person."""
    parts = (" ".join(part.split()) for part in re.split(r"[,\n]", text))
    return [part for part in parts if part and not _is_personal(part, name)]


def _is_personal(part: str, name: PersonName) -> bool:
    if _BORN.search(part):
        return True
    stem = name.family[: max(_STEM, len(name.family) - 2)].casefold()
    given = name.given[:_STEM].casefold()
    words = [word.casefold() for word in part.split()]
    return any(word.startswith(stem) for word in words) and (
        len(words) == 1 or any(word.startswith(given) for word in words)
    )


def _folded(parts: list[str]) -> list[str]:
    """The places on one line, the institution on a line of its own."""
    if len(parts) < 2:
        return parts
    return [", ".join(parts[:-1]), parts[-1]]


def _named(name: PersonName, born: int | None) -> str:
    """As Russian post reads it: SURNAME, first name, patronymic, year of birth."""
    called = " ".join(part for part in (name.family.upper(), name.given, name.patronymic) if part)
    return f"{called}, {born} г. р." if born else called
