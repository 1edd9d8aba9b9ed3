"""Reads the grammar tables of a language and compiles them.

Invariants:

- A language without a table of its own has an empty grammar and proposes nothing.
- Every repetition in a table has an end, so that no text can make a pattern slow.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TypedDict, cast

from khronika.extraction.grammar import Grammar, KindGrammar, Rule, Who
from khronika.extraction.literal import literals_of
from khronika.extraction.sign import HINTED_BY, PLACES, WORD, Sign
from khronika.extraction.table import read_grammar

LANGUAGES = ("en", "ru", "de", "fr")
UNBOUNDED = re.compile(r"(\\[wWdDsS]|\[\^?\]?(?:\\.|[^\]\\])*\])([*+])")
BOUNDS = {"+": "{1,40}", "*": "{0,40}"}  # letters; no word of a grammar is longer
PLACE = re.compile(r"\{([A-Za-z_]+)\}")
Table = Mapping[str, object]


class RuleRow(TypedDict, total=False):
    """One rule as the table has it."""

    when: str
    who: str
    set: Mapping[str, str | int]
    id: str
    bare: bool
    unreal: bool


NOTHING = r"(?!)"
BESIDE = r"\b(?:{rel}|{counsel})(?:s|'s)?,? $"


@cache
def grammar(lang: str) -> Grammar:
    """The compiled grammar of a language; an empty one where no table speaks it."""
    table, rules = _read(lang, lang), _read(lang, f"{lang}-rules")
    words = _words(cast("Mapping[str, str]", table.get("words", {})))
    pronouns = cast("Mapping[str, Sequence[str]]", table.get("pronouns", {}))

    def compiled(name: str, fallback: str = NOTHING) -> re.Pattern[str]:
        return _compile(str(table.get(name, fallback)), words)

    read = Grammar(
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
        _compile(str(table.get("courts", NOTHING)), words),
        compiled("court_word"),
        words,
        {
            name: _each(cast("Mapping[str, str]", entries), words)
            for name, entries in cast("Table", table.get("lists", {})).items()
        },
        {kind: _kind(f"{kind}.{lang}", cast("Table", row), words) for kind, row in rules.items()},
    )
    return _with_hints(read, table)


def _with_hints(read: Grammar, table: Table) -> Grammar:
    """The grammar with what tells, by single words, which of its rules are worth trying."""
    pieces = _pieces(rule for kind in read.kinds.values() for rule in kind.rules)
    return replace(
        read,
        articles=tuple(cast("Sequence[str]", table.get("articles", ("",)))),
        group_words=frozenset(str(table.get("group_words", "")).split()),
        said_words=frozenset(str(table.get("said_words", "")).split()),
        pieces=pieces,
        rules_by_hint={
            hint: [rule for rule, some in pieces.items() if hint in some]
            for hint in HINTED_BY.values()
        },
        any_piece=_any_of(sorted({piece for some in pieces.values() for piece in some})),
    )


def _pieces(rules: Iterable[Rule]) -> Mapping[str, tuple[str, ...]]:
    """For each rule pieces of words, one of which stands in any sentence where it can hold."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        pieces = [_longest_piece(one) for one in rule.literals]
        if pieces and all(pieces):
            found[rule.id] = tuple(dict.fromkeys(pieces))
    return found


def _longest_piece(literal: str) -> str:
    """The longest word of a literal, or what hints at the thing its sign stands for."""
    words: list[str] = WORD.findall(literal)
    if words:
        return max(words, key=len)
    return next((hint.value for sign, hint in HINTED_BY.items() if sign in literal), "")


def _any_of(pieces: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, pieces)) or NOTHING)


def _read(lang: str, name: str) -> Table:
    """The table of this name; empty where the language has none."""
    folder = files("khronika.extraction") / "grammar"
    is_there = lang in LANGUAGES and (folder / f"{name}.yaml").is_file()
    return cast("Table", read_grammar(name)) if is_there else {}


def _kind(name: str, row: Table, words: Mapping[str, str]) -> KindGrammar:
    rows = cast("Sequence[RuleRow]", row.get("rules", ()))
    return KindGrammar(
        _compile(str(row["anchor"]), words),
        [_rule(f"{name}.{_mark(entry['when'])}", entry, words) for entry in rows],
    )


def _mark(pattern: str) -> str:
    """A short name for a rule that stays while the rule stays, whatever is written around it."""
    return sha256(pattern.encode()).hexdigest()[:6]


def _rule(name: str, row: RuleRow, words: Mapping[str, str]) -> Rule:
    sets = {field: str(value) for field, value in row.get("set", {}).items()}
    pattern = _compile(row["when"], words)
    return Rule(
        row.get("id", name),
        pattern,
        Who(row.get("who", "before")),
        sets,
        row.get("bare", False),
        row.get("unreal", False),
        literals_of(pattern.pattern),
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
    return re.compile(_bounded(_filled(pattern.strip(), words)))


def _bounded(pattern: str) -> str:
    """The pattern with an end to every repetition, so that no text can make it slow."""
    return UNBOUNDED.sub(lambda found: f"{found[1]}{BOUNDS[found[2]]}", pattern)


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
    joined = "and|и|und|et|as well as|а также|sowie|ainsi que"
    return re.compile(
        rf"{people}(?:, {people}){{0,60}},? (?:{joined}) {people}"
        rf"|{people}(?:, {people}){{2,60}}"
    )
