"""Words that are true on the day of writing alone: "recently", "at the moment", "this year".

A page says as of which day it is true. A text whose "now" is another day says something false
beside it, and a book outlives both.
"""

import re
from collections.abc import Iterator

from khronika.editions.markdown import Form, blocks

_WORDS = {
    "en": "currently|recently|nowadays|at the moment|at present|so far|to this day|yesterday|today"
    "|tomorrow|(?:this|last|next) (?:year|month|week|spring|summer|autumn|winter)",
    "ru": "сейчас|недавно|в настоящее время|на данный момент|в данный момент|до сих пор|вчера"
    "|сегодня|завтра|на днях|теперь|в (?:этом|прошлом|следующем) (?:году|месяце)",
    "de": "derzeit|zurzeit|momentan|kürzlich|neulich|jüngst|heute|gestern|morgen früh|bis heute"
    "|im Augenblick|(?:diese[ns]?|letzte[ns]?|nächste[ns]?) (?:Jahr|Monat|Woche)s?",
    "fr": "actuellement|récemment|en ce moment|à ce jour|aujourd['’]hui|hier|demain|désormais"
    "|(?:cette année|ce mois-ci|l['’]année (?:dernière|prochaine))",
}
_AGEING = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _WORDS.items()
}
_SPOKEN = re.compile('“[^“”]*”|„[^„“]*“|«[^«»]*»|"[^"]*"')


def ages(markdown: str, language: str) -> bool:
    """Whether the text tells a time by the day it was written; what is quoted is its speaker's."""
    pattern = _AGEING.get(language)
    return pattern is not None and any(map(pattern.search, _own(markdown)))


def _own(markdown: str) -> Iterator[str]:
    for block in blocks(markdown):
        if block.form is not Form.QUOTE:
            for line in block.lines:
                yield _SPOKEN.sub("", "".join(span.text for span in line))
