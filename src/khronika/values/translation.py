"""Translations, read at run time from the .po files: no compiled file is kept beside them."""

import gettext
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from khronika.values.language import LANGUAGES, SOURCE_LANGUAGE, UnknownLanguage

BRITISH = "en_GB"  # day before month, as in the other languages
DOMAIN = "khronika"


@lru_cache(maxsize=len(LANGUAGES))
def locale_of(language: str) -> Locale:
    """The rules of a language for months, plurals and numbers."""
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    return Locale.parse(BRITISH if language == SOURCE_LANGUAGE else language)


@lru_cache(maxsize=len(LANGUAGES))
def translations_of(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; English is the source and needs none."""
    locale = locale_of(language)
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    source = files("khronika.values").joinpath("locale", language, f"{DOMAIN}.po")
    catalogue = read_po(BytesIO(source.read_bytes()), locale=locale, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
