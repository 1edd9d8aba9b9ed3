"""What a sentence must hold for a pattern to match it: a few words, asked for before matching.

Most rules meet most sentences in vain, and to look for a word is many times cheaper than to try a
pattern. The words are read off the pattern itself, in the dialect of our grammars.

Invariants:

- A sentence that a pattern matches holds at least one of the pattern's literals, or the pattern has
  none and is always tried. What is not understood only makes literals fewer.
"""

import re
from dataclasses import dataclass, field

MOST = 300  # alternatives; each is looked for once in every new word, not in every sentence
SIGN_WEIGHT = 5  # a sign of private use stands for a found thing and is rare
PEOPLE = "\ue001\ue002\ue003\ue009"
QUANTIFIER = re.compile(r"(?:[*+?]|\{(\d+)(?:,\d*)?\})\??")
GROUP = re.compile(r"\((\?(?::|P<\w+>|=|!|<=|<!))?")
CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
PLAIN = re.compile(r"\\[.+*?()|\[\]\\/-]|[^\\.*+?()|\[\]{}^$]")

Literals = frozenset[str]
NONE: Literals = frozenset()


@dataclass(slots=True)
class _Branch:
    """One alternative as it is read: the best set of literals so far, and the run being read."""

    best: Literals = NONE
    run: list[str] = field(default_factory=list)

    def ends_run(self) -> None:
        self.offers(frozenset(("".join(self.run),)) if self.run else NONE)
        self.run.clear()

    def offers(self, literals: Literals) -> None:
        if _worth(literals) > _worth(self.best):
            self.best = literals


def literals_of(pattern: str) -> tuple[str, ...]:
    """Words of which every match holds one, longest first; empty where there are none."""
    found, _ = _alternatives(pattern, 0)
    return tuple(sorted(found, key=len, reverse=True))


def _worth(literals: Literals) -> int:
    if not literals or len(literals) > MOST:
        return 0
    return min(sum(map(_weight, one)) for one in literals)


def _weight(sign: str) -> int:
    """People stand in nearly every sentence, so that their signs tell nothing."""
    if sign in PEOPLE:
        return 0
    return SIGN_WEIGHT if sign >= "\ue000" else 1


def _alternatives(pattern: str, at: int) -> tuple[Literals, int]:
    """The literals of which every match of these alternatives holds one, and where they end."""
    branches: list[_Branch] = [_Branch()]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            branches[-1].ends_run()
            branches.append(_Branch())
            at += 1
        else:
            at = _item(pattern, at, branches[-1])
    branches[-1].ends_run()
    if any(not branch.best for branch in branches):
        return NONE, at
    return frozenset().union(*(branch.best for branch in branches)), at


def _item(pattern: str, at: int, branch: _Branch) -> int:
    """Read one thing of a sequence with its quantifier; the place behind it."""
    group = GROUP.match(pattern, at)
    if group:
        return _group(pattern, group, branch)
    some = CLASS.match(pattern, at) or PLAIN.match(pattern, at)
    end = some.end() if some else at + (2 if pattern[at] == "\\" else 1)
    least, behind = _quantified(pattern, end)
    is_plain = some is not None and pattern[at] != "["
    if is_plain and least and some is not None:
        branch.run.append(some[0].removeprefix("\\"))
    if not is_plain or behind != end:
        branch.ends_run()
    if some is not None and pattern[at] == "[" and least:
        branch.offers(_of_class(some[0]))
    return behind


def _group(pattern: str, group: re.Match[str], branch: _Branch) -> int:
    branch.ends_run()
    inner, end = _alternatives(pattern, group.end())
    least, behind = _quantified(pattern, end + 1)
    if least and group[1] not in ("?!", "?<!"):
        branch.offers(inner)
    return behind


def _of_class(text: str) -> Literals:
    """The signs of a class like "person or pronoun"; none for ranges and negations."""
    signs = text[1:-1]
    is_few = len(signs) <= 3 and not re.search(r"[\\^\w-]", signs)
    return frozenset(signs) if is_few else NONE


def _quantified(pattern: str, at: int) -> tuple[bool, int]:
    """Whether what stands before must be there at least once, and the place behind."""
    found = QUANTIFIER.match(pattern, at)
    if found is None:
        return True, at
    least = found[0][0] == "+" or (found[1] is not None and int(found[1]) > 0)
    return least, found.end()
