"""The languages editions speak, and texts that exist in some of them.

Invariants:

- English is the source language: whatever lacks another language falls back to it.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from khronika.errors import KhronikaError

LANGUAGES = ("en", "ru", "de", "fr")
SOURCE_LANGUAGE = "en"


class UnknownLanguage(KhronikaError):
    """A language was asked for that the program does not speak."""

    def __init__(self, language: str) -> None:
        super().__init__(f"{language!r} is not one of the languages {', '.join(LANGUAGES)}.")
        self.language = language


class Labels(Mapping[str, str]):
    """One meaning in several languages; never changes."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = MappingProxyType(dict(sorted(texts.items())))

    def in_language(self, language: str) -> str:
        """The text in this language, else in English."""
        return self._texts.get(language) or self._texts[SOURCE_LANGUAGE]

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(tuple(self._texts.items()))

    def __repr__(self) -> str:
        return f"Labels({dict(self._texts)!r})"
