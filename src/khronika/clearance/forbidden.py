"""The words of everything that did not leave: what the tripwire looks for.

Looked for are texts, quotes and file names of two or more words, names with their usual order and
spellings, family names and pseudonyms alone, ids, and what a closed source is called. Not looked
for is what some cleared claim says as well, and what the program's own labels say.

Invariants:

- What is in here never leaves this process: a hit names the claim, never the words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from khronika.clearance.cleared import Cleared
from khronika.clearance.naming import spellings
from khronika.clearance.words import Lookup, pieces_of, words_of
from khronika.ledger.in_force import InForce
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Stance, Verb
from khronika.schema.kind import choices, kinds
from khronika.schema.label import field_labels, kind_labels
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.schema.value import Text
from khronika.schema.visibility import Use, Visibility
from khronika.schema.vocabulary import table, tables

_TELLING = 5  # words; a shorter quote of everyday words ("nine years") stands on many pages
_REASON = 4  # words; a shorter reason ("second source") gives nobody away


def forbidden_values(in_force: InForce, cleared: Cleared) -> dict[ClaimId, tuple[str, ...]]:
    """The texts that give away each claim that stays, or whose source is closed; sorted."""
    said = _Said(_cleared_texts(cleared))
    stayed = sorted(in_force.ledger.claims.keys() - cleared.material.claims.keys())
    behind = _Behind(in_force, cleared.use)
    sought = {}
    for one in stayed:
        texts = {*behind.texts(one), *_quotes(in_force.ledger.claims[one], said)}
        sought[one] = {piece for text in texts for piece in pieces_of(text)}
    public = said.among({piece for pieces in sought.values() for piece in pieces})
    return {one: (one, *sorted(pieces - public)) for one, pieces in sought.items()}


class _Said:
    """What is said in public anyway."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = (*texts, *_labels())
        self._words = {word for text in self._texts for word in words_of(text)}

    def knows_words(self, text: str) -> bool:
        """Whether every word is a number or stands somewhere in public."""
        return all(word.isdigit() or word in self._words for word in words_of(text))

    def among(self, pieces: set[str]) -> set[str]:
        """Those of the pieces that something in public says."""
        lookup = Lookup({piece: (piece,) for piece in pieces})
        return {piece for text in self._texts for piece in lookup.find(text)}


@dataclass(frozen=True)
class _Behind:
    """What stands behind the door for a use."""

    in_force: InForce
    use: Use

    def texts(self, one: ClaimId) -> Iterator[str]:
        """The texts of the claim, of its source and of the decisions about it."""
        claim = self.in_force.ledger.claims[one]
        if claim.kind != "name" or kind_of(claim.subject) is not SubjectKind.PERSON:
            yield from _long(_words_in(claim), at_least=2)
        elif not self._may_be_named(one, claim):
            yield from spellings(claim)
        yield from _long(self._closed.get(claim.passage.source, ()), at_least=2)
        yield from _long(self._reasons.get(one, ()), at_least=_REASON)
        yield from filter(None, [claim.passage.text])

    def _may_be_named(self, one: ClaimId, claim: Claim) -> bool:
        """Whether editors said that texts may name the person, and nothing holds the name back."""
        return (
            bool(self.in_force.about(Verb.STANCE, claim.subject))
            and self.in_force.stance(claim.subject) is Stance.MENTION_ONLY
            and self.in_force.claim_level(one, self.use) is Visibility.PUBLIC
        )

    @cached_property
    def _reasons(self) -> Mapping[str, list[str]]:
        """Why something was decided, by what it was decided about."""
        reasons: dict[str, list[str]] = defaultdict(list)
        for decision in self.in_force.ledger.decisions.values():
            for target in decision.targets:
                reasons[target].append(decision.reason)
        return reasons

    @cached_property
    def _closed(self) -> Mapping[SubjectId, list[str]]:
        """What sources that may not be named are called, under every description of them."""
        called: dict[SubjectId, list[str]] = defaultdict(list)
        for source in self.in_force.ledger.sources.values():
            if not self._may_be_cited(source):
                called[source.id] += (source.title, source.publisher, source.url)
        return called

    def _may_be_cited(self, source: Source) -> bool:
        level = self.in_force.source_level(source.id, self.use)
        return source.level is SourceLevel.OPEN and level is Visibility.PUBLIC


def _quotes(claim: Claim, said: _Said) -> Iterator[str]:
    quote = claim.passage.quote
    words = len(words_of(quote))
    if words >= _TELLING or (words >= 2 and not said.knows_words(quote)):
        yield quote


def _words_in(claim: Claim) -> Iterator[str]:
    for value in claim.fields.values():
        singles = value if isinstance(value, tuple) else (value,)
        yield from (single.text for single in singles if isinstance(single, Text))


def _long(texts: Iterable[str], *, at_least: int) -> Iterator[str]:
    return (text for text in texts if len(words_of(text)) >= at_least)


def _cleared_texts(cleared: Cleared) -> Iterator[str]:
    for claim in cleared.material.claims.values():
        yield from _words_in(claim)
        yield from (claim.passage.quote, claim.passage.section)
        if claim.kind == "name":
            yield from spellings(claim)
    for source in cleared.material.sources.values():
        yield from (source.title, source.publisher, source.url)
    yield from cleared.notes.values()


@cache
def _labels() -> tuple[str, ...]:
    """Every label of the schema in every language."""
    rows = [row.labels for name in tables() for row in table(name).values()]
    rows += [row.labels for answers in choices().values() for row in answers.values()]
    for name, spec in kinds().items():
        rows.append(kind_labels(name))
        rows += [field_labels(name, one) for one in spec.fields]
    return tuple(sorted({text for labels in rows for text in labels.values()}))
