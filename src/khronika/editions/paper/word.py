"""The words of a book that belong to nobody's entry: headings, labels, lines of the imprint."""

from collections.abc import Iterator, Mapping

from khronika.editions.advice import advice_parts
from khronika.editions.glossary import glossary_rows
from khronika.editions.reader import Reader
from khronika.values.sentence import N_
from khronika.values.wording import Wording

_WORDS = {
    "contents": N_("Contents"),
    "imprint": N_("Imprint"),
    "licence": N_("Licence"),
    "listed": N_("People"),
    "in-short": N_("The case in short"),
    "spoken": N_("In their own words"),
    "nothing": N_("Nothing is recorded of this."),
    "to-do": N_("What you can do"),
    "state": N_("State of what was published"),
    "contact": N_("Contact"),
    "figures": N_("Published figures"),
    "figures-rule": N_(
        "Every figure stands as it was published, with who counted and when. They count different "
        "things by different rules, so they are neither added up nor compared."
    ),
    "measure": N_("What was counted"),
    "number": N_("Number"),
    "as-of": N_("As of"),
    "by": N_("By"),
    "cases": N_("Cases"),
    "alone": N_("People outside the cases listed here"),
    "without": N_("People without a criminal case"),
    "without-rule": N_(
        "Of these people nothing is recorded that is part of a criminal case: no charge, no "
        "measure of a criminal court, no sentence. Who stands here follows from what is recorded."
    ),
    "elsewhere": N_("Also in this case"),
    "about": N_("About"),
    "charges": N_("Accused of"),
    "rulings": N_("Court decisions"),
    "timeline": N_("In order of time"),
    "disputed": N_("sources disagree"),
    "disputes": N_("Where sources disagree"),
    "aside": N_("Put aside by the editors"),
    "unknown": N_("What is not known"),
    "support": N_("How to support"),
    "notes": N_("Where it is said"),
    "denied": N_("denied"),
    "may-be": N_("may be one of the above"),
    "page": N_("page"),
    "excerpt": N_("read only in excerpts"),
    "repeats": N_("after"),
    "help": N_("How to help"),
    "recalled": N_("to be checked before use"),
    "glossary": N_("Words explained"),
    "sources": N_("Sources"),
    "changes": N_("What changed"),
    "errata": N_("What was wrong"),
    "people": N_("Index of people"),
    "places": N_("Index of places"),
    "articles": N_("Index of articles of law"),
    "also-known": N_("In sources"),
}


_NOTHING = {"label": "", "said": "", "one": "", "other": ""}


def words(wording: Wording) -> Mapping[str, str]:
    """Every word in this language."""
    signs = {name: text.format(**_NOTHING) for name, text in _signs(wording)}
    return {name: wording.gettext(text) for name, text in _WORDS.items()} | signs


def _signs(wording: Wording) -> Iterator[tuple[str, str]]:
    """Signs with the spaces that the language puts around them."""
    yield "colon", wording.gettext("{label}: {said}")
    yield "semicolon", wording.gettext("{one}; {other}")


def own_words(reader: Reader) -> tuple[str, ...]:
    """What a book of any record prints in this language, whoever is in it."""
    advice = [one.text for part in advice_parts(reader) for one in part.rows]
    glossary = [
        text for row in glossary_rows(reader) for text in (row.term, row.russian, row.means)
    ]
    own = (reader.wording.gettext(text) for text in _WORDS.values())
    return (*own, *advice, *glossary)
