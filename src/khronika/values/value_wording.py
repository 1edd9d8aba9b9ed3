"""Terms, sums, numbers and legal references in words."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from khronika.values.charge_token import CYRILLIC_POINTS
from khronika.values.legal_reference import LegalReference
from khronika.values.money import Money
from khronika.values.sentence import N_, NN_
from khronika.values.term import Term
from khronika.values.translation import locale_of, translations_of

VALUES_CACHED = 16_384
CODE_NAMES = {
    "BY-UK": N_("Criminal Code of Belarus"),
    "DNR-UK": N_("Criminal Code of the “DPR”"),
    "RU-KoAP": N_("Code of Administrative Offences of Russia"),
    "RU-UIK": N_("Penal Enforcement Code of Russia"),
    "RU-UK": N_("Criminal Code of Russia"),
    "RU-UPK": N_("Code of Criminal Procedure of Russia"),
    "UA-KK": N_("Criminal Code of Ukraine"),
}
UNITS = (
    NN_("{count} year", "{count} years"),
    NN_("{count} month", "{count} months"),
    NN_("{count} day", "{count} days"),
)
WITH_CODE = {
    (False, False): N_("{code}, article {article}"),
    (True, False): N_("{code}, article {article} part {part}"),
    (False, True): N_("{code}, article {article} point “{point}”"),
    (True, True): N_("{code}, article {article} part {part} point “{point}”"),
}
WITHOUT_CODE = {
    (False, False): N_("art. {article}"),
    (True, False): N_("art. {article} part {part}"),
    (False, True): N_("art. {article} point “{point}”"),
    (True, True): N_("art. {article} part {part} point “{point}”"),
}


@lru_cache(maxsize=VALUES_CACHED)
def term_in_words(term: Term, language: str) -> str:
    """How long, in years, months and days."""
    translations = translations_of(language)
    if term.life:
        return translations.gettext(N_("life"))
    numbers = (term.years, term.months, term.days)
    said = [pair for pair in zip(numbers, UNITS, strict=True) if pair[0]] or [(0, UNITS[2])]
    return " ".join(
        translations.ngettext(one, many, number).format(count=number)
        for number, (one, many) in said
    )


@lru_cache(maxsize=VALUES_CACHED)
def money_in_words(money: Money, language: str) -> str:
    """The sum and the name of its currency, with no decimals unless there are any."""
    decimals = -int(money.amount.as_tuple().exponent)
    return format_currency(
        money.amount,
        money.currency,
        f"#,##0.{'0' * decimals}" if decimals else "#,##0",
        locale_of(language),
        currency_digits=False,
        format_type="name",
    )


def number_in_words(number: int | Decimal, language: str) -> str:
    """A number with the separators of the language; no digit is lost."""
    if isinstance(number, int):
        return _integer_in_words(number, language)
    return format_decimal(number, locale=locale_of(language), decimal_quantization=False)


@lru_cache(maxsize=VALUES_CACHED)
def _integer_in_words(number: int, language: str) -> str:
    return format_decimal(number, locale=locale_of(language))


@lru_cache(maxsize=VALUES_CACHED)
def legal_in_words(reference: LegalReference, language: str, *, with_code: bool = True) -> str:
    """The place in the law as lawyers of the language would cite it."""
    gettext = translations_of(language).gettext
    templates = WITH_CODE if with_code else WITHOUT_CODE
    template = gettext(templates[bool(reference.part), bool(reference.point)])
    name = CODE_NAMES.get(reference.code)
    return template.format(
        code=gettext(name) if name else reference.code,
        article=reference.article,
        part=reference.part,
        point=_point(reference.point, language),
    )


def _point(point: str, language: str) -> str:
    """Russian readers look for the letter that stands in the code."""
    return CYRILLIC_POINTS.get(point, point) if language == "ru" else point


def list_in_words(texts: Sequence[str], language: str) -> str:
    """The texts joined as a list: "a, b and c"."""
    return format_list(list(texts), locale=locale_of(language)) if texts else ""
