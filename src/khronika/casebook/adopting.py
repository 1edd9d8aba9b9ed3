"""Makes the store the truth of a casebook whose truth was its files; done once.

Invariants:

- Nothing is adopted while anything is wrong with the files: what a file could not say would be
  lost for good.
- Stopped anywhere, it can be begun again: what is appended twice is there once, and until the
  settings say so the files stay the truth.
"""

import re
from dataclasses import dataclass

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import SETTINGS
from khronika.casebook.level import CACHE_OF, forget_files
from khronika.casebook.settings import Truth
from khronika.casebook.writes import write_text
from khronika.errors import KhronikaError, Problem
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.decision import Decision, DecisionId, Verb
from khronika.schema.visibility import Visibility

_TRUTH = re.compile(r'^(\s*truth\s*=\s*)(["\'])yaml\2', re.MULTILINE)
_REASON = "stood in the files when they were adopted"


class NotAdopted(KhronikaError):
    """The files stay the truth."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """How many claims the store holds, and for how many an acceptance was written."""

    claims: int
    accepted: int


def adopt(casebook: Casebook, *, recorded: Recorded) -> Adopted:
    """Write an acceptance for each standing claim, and let the store be the truth."""
    settings = casebook.settings
    if settings.truth is not Truth.YAML:
        raise NotAdopted("The store is the truth of this casebook already; nothing was changed.")
    trouble = casebook.level()
    _refuse_trouble(trouble.problems)
    text = (settings.folder / SETTINGS).read_text(encoding="utf-8")
    changed = _TRUTH.sub(r"\1\2ledger\2", text)
    if changed == text:
        raise NotAdopted(f'{SETTINGS} does not say truth = "yaml" in a line of its own.')
    in_force = casebook.in_force()
    standing = [one for one in sorted(in_force.accepted) if not in_force.about(Verb.ACCEPT, one)]
    decisions = {one.id(): one for one in (_accept(claim, recorded) for claim in standing)}
    # From here until the end the digest is unknown, so a run that is stopped begins from the files.
    forget_files(casebook.store)
    casebook.store.append(_batch(decisions, in_force.ledger, recorded))
    write_text(settings.folder / SETTINGS, changed)
    casebook.store.note(CACHE_OF, "")
    return Adopted(claims=len(in_force.ledger.claims), accepted=len(decisions))


def _refuse_trouble(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise NotAdopted(
            f"{len(problems)} problems stand in the files, and what they keep out would be lost. "
            f"Mend them first; `khronika verify` lists them. The first: {problems[0]}"
        )


def _accept(claim: str, recorded: Recorded) -> Decision:
    return Decision(
        verb=Verb.ACCEPT, targets=(claim,), by=recorded.by, at=recorded.day, reason=_REASON
    )


def _batch(decisions: dict[DecisionId, Decision], ledger: Ledger, recorded: Recorded) -> Ledger:
    levels: dict[str, Visibility] = {
        one: ledger.visibility.get(row.targets[0], Visibility.TEAM)
        for one, row in decisions.items()
    }
    return Ledger(
        decisions=decisions,
        recorded={one: frozenset({recorded}) for one in decisions},
        visibility=levels,
    )
