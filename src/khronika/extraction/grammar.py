"""The grammar of one language: word lists, pronouns, hedges, the rules of each kind; compiled once.

A rule is a regular expression over a marked sentence (see `marking.py`) with a word for where the
person stands. Rules are data: `grammar/<language>.yaml` and `grammar/<language>-rules.yaml`.

Invariants:

- A language without a table of its own has an empty grammar and proposes nothing.
- Every pattern that is ever matched is in `patterns()`, so that one test can attack them all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from khronika.extraction.table import read_grammar

LANGUAGES = ("en", "ru", "de", "fr")


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
PLACE = re.compile(r"\{([A-Za-z_]+)\}")


class Who(StrEnum):
    """Where the person of a rule stands."""

    BEFORE = "before"
    AFTER = "after"
    OF = "of"
    TOPIC = "topic"
    EITHER = "either"
    GROUP = "group"
    HEAD = "head"


class RuleRow(TypedDict, total=False):
    """One rule as the table has it."""

    when: str
    who: str
    set: Mapping[str, str | int]
    id: str
    bare: bool
    unreal: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One way a language says a kind of fact."""

    id: str
    pattern: re.Pattern[str]
    who: Who
    sets: Mapping[str, str] = field(default_factory=dict)
    is_bare: bool = False
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class KindGrammar:
    """How a language speaks of one kind: the words to look for first, then the rules."""

    anchor: re.Pattern[str]
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that one language's tables say, compiled."""

    lang: str
    pronoun: re.Pattern[str]
    female: frozenset[str]
    plural: frozenset[str]
    own: frozenset[str]
    either: frozenset[str]
    topics: re.Pattern[str]
    groups: re.Pattern[str]
    coordination: re.Pattern[str]
    bystanders: Sequence[re.Pattern[str]]
    beside: re.Pattern[str]
    unreal: re.Pattern[str]
    negated: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]
    courts: re.Pattern[str]
    court_word: re.Pattern[str]
    words: Mapping[str, str]
    lists: Mapping[str, Mapping[str, re.Pattern[str]]]
    kinds: Mapping[str, KindGrammar]

    def patterns(self) -> Iterator[re.Pattern[str]]:
        """Every compiled pattern of this language."""
        yield from (self.pronoun, self.topics, self.groups, self.coordination)
        yield from (self.beside, self.unreal, self.negated, self.courts, self.court_word)
        yield from self.bystanders
        yield from self.hedges.values()
        for table in self.lists.values():
            yield from table.values()
        for kind in self.kinds.values():
            yield kind.anchor
            yield from (rule.pattern for rule in kind.rules)


Table = Mapping[str, object]
NOTHING = r"(?!)"
BESIDE = r"\b(?:{rel}|{counsel})(?:s|'s)?,? $"


@cache
def grammar(lang: str) -> Grammar:
    """The compiled grammar of a language; an empty one where no table speaks it."""
    table = cast("Table", read_grammar(lang)) if _is_there(lang, lang) else {}
    rules = cast("Table", read_grammar(f"{lang}-rules")) if _is_there(lang, f"{lang}-rules") else {}
    words = _words(cast("Mapping[str, str]", table.get("words", {})))
    pronouns = cast("Mapping[str, Sequence[str]]", table.get("pronouns", {}))

    def compiled(name: str, fallback: str = NOTHING) -> re.Pattern[str]:
        return _compile(str(table.get(name, fallback)), words)

    return Grammar(
        lang,
        _any_word([*map(str, _flat(pronouns))]),
        frozenset(pronouns.get("female", ())),
        frozenset([*pronouns.get("plural", ()), *pronouns.get("plural_possessive", ())]),
        frozenset([*pronouns.get("possessive", ()), *pronouns.get("plural_possessive", ())]),
        frozenset(pronouns.get("either", ())),
        compiled("topics"),
        compiled("groups"),
        _coordination(),
        [
            _compile(pattern, words)
            for pattern in cast("Sequence[str]", table.get("bystanders", ()))
        ],
        _compile(BESIDE if words else NOTHING, words),
        compiled("unreal"),
        compiled("negated"),
        _each(cast("Mapping[str, str]", table.get("hedges", {})), words),
        re.compile(_filled(str(table.get("courts", NOTHING)), words)),
        compiled("court_word"),
        words,
        {
            name: _each(cast("Mapping[str, str]", entries), words)
            for name, entries in cast("Table", table.get("lists", {})).items()
        },
        {kind: _kind(f"{kind}.{lang}", cast("Table", row), words) for kind, row in rules.items()},
    )


def _is_there(lang: str, name: str) -> bool:
    folder = files("khronika.extraction") / "grammar"
    return lang in LANGUAGES and (folder / f"{name}.yaml").is_file()


def _kind(name: str, row: Table, words: Mapping[str, str]) -> KindGrammar:
    rows = cast("Sequence[RuleRow]", row.get("rules", ()))
    return KindGrammar(
        _compile(str(row["anchor"]), words),
        [_rule(f"{name}.{number}", entry, words) for number, entry in enumerate(rows, 1)],
    )


def _rule(name: str, row: RuleRow, words: Mapping[str, str]) -> Rule:
    sets = {field: str(value) for field, value in row.get("set", {}).items()}
    return Rule(
        row.get("id", name),
        _compile(row["when"], words),
        Who(row.get("who", "before")),
        sets,
        row.get("bare", False),
        row.get("unreal", False),
    )


def _words(table: Mapping[str, str]) -> Mapping[str, str]:
    filled: dict[str, str] = {}
    for name, pattern in table.items():
        filled[name] = _filled(pattern, filled)
    return filled


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    def put_in(found: re.Match[str]) -> str:
        name = found[1]
        return PLACES.get(name) or words.get(name) or found[0]

    return PLACE.sub(put_in, pattern)


def _compile(pattern: str, words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(_filled(pattern.strip(), words))


def _each(table: Mapping[str, str], words: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return {name: _compile(pattern, words) for name, pattern in table.items()}


def _flat(pronouns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name, found in pronouns.items():
        if name != "female":
            yield from found


def _any_word(words: Sequence[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})\b" if words else NOTHING)


def _coordination() -> re.Pattern[str]:
    people = Sign.PERSON
    return re.compile(
        rf"{people}(?:, {people})*,? (?:and|и|und|et|as well as|а также|sowie|ainsi que) {people}"
        rf"|{people}(?:, {people}){{2,}}"
    )
