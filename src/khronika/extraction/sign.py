"""What stands for found things in a marked sentence, and the words that hint at them.

Invariants:

- A sign is one character of private use, so that no text holds one by itself.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from khronika.extraction.date_found import month_stems


class Sign(StrEnum):
    """What stands for a found thing in a marked sentence: one character each, of private use."""

    PERSON = "\ue001"
    OWN = "\ue002"
    EITHER = "\ue003"
    DATE = "\ue004"
    TERM = "\ue005"
    MONEY = "\ue006"
    ARTICLE = "\ue007"
    COURT = "\ue008"
    BYSTANDER = "\ue009"


class Hint(StrEnum):
    """What a sentence may hold besides kinds, told by its words as kinds are."""

    DATE = "#date"
    TERM = "#term"
    MONEY = "#money"
    LAW = "#law"
    COURT = "#court"
    PRONOUN = "#pronoun"
    TOPIC = "#topic"
    GROUP = "#group"
    BESIDE = "#beside"


HINTS: Mapping[Hint, re.Pattern[str]] = {
    Hint.DATE: re.compile(rf"^(?:19|20)\d\d|^(?:{'|'.join(month_stems())})"),
    Hint.TERM: re.compile(
        r"^(?:years?|months?|days?|weeks?|лет|год|месяц|сут(?:ок|ки)|недел|дн(?:ей|я)|день|дням"
        r"|jahr|monat|tage?n?$|woche|ans?$|année|mois|jours?)"
    ),
    Hint.MONEY: re.compile(
        r"rub|roub|руб|₽|eur|евро|€|dollar|доллар|\$|tenge|тенге|byn|грив|hryv|uah|kzt|manat|манат|\bsoms?\b|сом(?:ов|а)$|lari|лари|dram|драм"
    ),
    Hint.LAW: re.compile(
        r"^(?:arts?|articles?|ст|стст|стать\w*|artikel\w*|§+\d*|ук|коап|stgb|codes?|кодекс\w*)$"
    ),
    Hint.COURT: re.compile(r"court|суд|gericht|tribunal|^cour$"),
}
HINTED_BY = {
    Sign.ARTICLE: Hint.LAW,
    Sign.TERM: Hint.TERM,
    Sign.MONEY: Hint.MONEY,
    Sign.DATE: Hint.DATE,
    Sign.COURT: Hint.COURT,
}
PLACES = {
    "P": f"[{Sign.PERSON}{Sign.EITHER}]",
    "Q": f"[{Sign.OWN}{Sign.EITHER}]",
    "D": Sign.DATE.value,
    "T": Sign.TERM.value,
    "M": Sign.MONEY.value,
    "A": Sign.ARTICLE.value,
    "C": Sign.COURT.value,
    "B": Sign.BYSTANDER.value,
}
WORD = re.compile(r"[\w'€₽$§-]+")
