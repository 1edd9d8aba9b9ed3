"""The grammar of one language: word lists, pronouns, hedges, the rules of each kind; compiled once.

A rule is a regular expression over a marked sentence (see `marking.py`) with a word for where the
person stands. Rules are data: `grammar/<language>.yaml` and `grammar/<language>-rules.yaml`;
`compiling.py` reads them.

Invariants:

- Every pattern that is ever matched is in `patterns()`, so that one test can attack them all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from khronika.extraction.sign import HINTS, WORD, Hint

WORDS_KEPT = 200_000  # distinct words whose kinds are remembered; a long book has some 50,000


class Who(StrEnum):
    """Where the person of a rule stands."""

    BEFORE = "before"
    AFTER = "after"
    OF = "of"
    TOPIC = "topic"
    EITHER = "either"
    GROUP = "group"
    HEAD = "head"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way a language says a kind of fact."""

    id: str
    pattern: re.Pattern[str]
    who: Who
    sets: Mapping[str, str] = field(default_factory=dict)
    is_bare: bool = False
    is_free: bool = False
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindGrammar:
    """How a language speaks of one kind: a pattern of single words to look for, then the rules."""

    anchor: re.Pattern[str]
    rules: Sequence[Rule]


RulesByKind = Sequence[tuple[str, Sequence[Rule]]]


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
    articles: tuple[str, ...] = ("",)
    group_words: frozenset[str] = frozenset()
    said_words: frozenset[str] = frozenset()
    pieces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules_by_hint: Mapping[str, Sequence[str]] = field(default_factory=dict)
    any_piece: re.Pattern[str] = re.compile(r"(?!)")
    words_met: set[str] = field(default_factory=set)
    kinds_by_word: dict[str, frozenset[str]] = field(default_factory=dict)

    def rules_for(self, hints: frozenset[str]) -> RulesByKind:
        """The rules that may hold in a sentence whose words hint at these, kind by kind."""
        found: list[tuple[str, Sequence[Rule]]] = []
        for kind in sorted(hints & self.kinds.keys()):
            rules = self.kinds[kind].rules
            some = [rule for rule in rules if rule.id in hints or rule.id not in self.pieces]
            if some:
                found.append((kind, some))
        return found

    def kinds_of(self, low: str) -> frozenset[str]:
        """The kinds a sentence may speak of, by its single words; far fewer than all, and cheap."""
        words = set(WORD.findall(low))
        if not words <= self.words_met:
            self._meet(words - self.words_met)
        telling = words & self.kinds_by_word.keys()
        return frozenset().union(*[self.kinds_by_word[word] for word in telling])

    def _meet(self, words: set[str]) -> None:
        if len(self.words_met) > WORDS_KEPT:
            self.words_met.clear()
        for word in words:
            kinds = {name for name, kind in self.kinds.items() if kind.anchor.search(word)}
            kinds.update(hint for hint, pattern in HINTS.items() if pattern.search(word))
            kinds.update(self._spoken(word))
            kinds.update(self._rules_of(word), *(self.rules_by_hint.get(one, ()) for one in kinds))
            if kinds:
                self.kinds_by_word[word] = frozenset(kinds)
        self.words_met.update(words)

    def _rules_of(self, word: str) -> Iterator[str]:
        """The rules that may hold where this word stands."""
        if self.any_piece.search(word):
            for rule, pieces in self.pieces.items():
                if any(piece in word for piece in pieces):
                    yield rule

    def _spoken(self, word: str) -> Iterator[str]:
        """Whether the word may be a pronoun, a word for people, or bring in bystanders."""
        if self.pronoun.fullmatch(word):
            yield Hint.PRONOUN
        phrases = [f"{article}{word}" for article in self.articles]
        if any(self.topics.search(phrase) for phrase in phrases):
            yield Hint.TOPIC
        if word in self.group_words or any(self.groups.search(phrase) for phrase in phrases):
            yield Hint.GROUP
        if word in self.said_words or self.beside.search(f"{word} "):
            yield Hint.BESIDE

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
