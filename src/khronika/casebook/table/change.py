"""What a row changes: statements that are new, and those of the same table they take the place of.

Invariants:

- A cell that says what it said before changes nothing, whatever the file around it looks like; nor
  does one that says what we ourselves would write there.
- What an editor rejected is not stated again. What the table itself put aside is, as a new claim.
- An emptied cell puts nothing aside unless that is asked for: files are often exported in part.
- A cell that cannot be read leaves what was read from it before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from khronika.casebook.table.slot import JOINT, SlotSaid, Statement
from khronika.schema.claim import Claim, ClaimId, encode_fields


@dataclass(frozen=True, slots=True)
class Known:
    """A claim of this table about this person.

    `live` is false for one that was rejected; `by_table` is true where a later table did that.
    """

    id: ClaimId
    claim: Claim
    live: bool = True
    by_table: bool = False

    @property
    def headings(self) -> frozenset[str]:
        """The headings it was read under."""
        return frozenset(self.claim.passage.page.split(JOINT)) | {self.claim.passage.page}


@dataclass(frozen=True, slots=True)
class Change:
    """Statements to add, claims they replace, and claims whose cells are empty now."""

    add: tuple[Statement, ...] = ()
    replaced: tuple[ClaimId, ...] = ()
    emptied: tuple[ClaimId, ...] = ()


def change(said: SlotSaid, known: Sequence[Known], *, lang: str, drop_emptied: bool) -> Change:
    """What the row changes about one thing; `known` is everything this table said of the person."""
    here = [one for one in known if one.headings & said.slot.headings]
    counted = [one for one in here if not one.by_table]
    wanted = [one for one in said.statements if not any(_says(k, one, lang) for k in counted)]
    stale = [one for one in here if one.live and not _said_by(one, said.statements, lang)]
    if said.troubles and any(one.live for one in here):
        return Change()
    emptied = [one for one in stale if _is_emptied(one, said)]
    kept = [] if drop_emptied else emptied
    replaced = [one for one in stale if one not in kept]
    return Change(
        add=tuple(one for one in wanted if not any(_covers(k, one) for k in kept)),
        replaced=tuple(sorted(one.id for one in replaced)),
        emptied=tuple(sorted(one.id for one in kept)),
    )


def is_same(one: SlotSaid, other: SlotSaid) -> bool:
    """Whether both say the same in full, whatever words they use; never of two that say nothing."""
    if one.troubles or other.troubles or not one.filled:
        return False
    return _spelt(one.statements) == _spelt(other.statements) and one.filled == other.filled


def times_put_aside(statement: Statement, known: Collection[Known], *, lang: str) -> int:
    """How often the table itself put this very statement aside."""
    return sum(one.by_table and _says(one, statement, lang) for one in known)


def _says(known: Known, statement: Statement, lang: str) -> bool:
    claim = known.claim
    return (claim.kind, claim.lang) == (statement.kind, lang) and (
        encode_fields(claim.fields) == encode_fields(statement.fields)
    )


def _said_by(known: Known, statements: Sequence[Statement], lang: str) -> bool:
    return any(_says(known, one, lang) for one in statements)


def _is_emptied(known: Known, said: SlotSaid) -> bool:
    """Whether cells it was read from are empty now, and the others still say their part of it."""
    here = known.headings & said.slot.headings
    if not here - said.filled:
        return False
    still = here & said.filled
    return not still or any(_covers(known, one) for one in said.statements)


def _covers(known: Known, statement: Statement) -> bool:
    fields: Mapping[str, object] = encode_fields(known.claim.fields)
    said = encode_fields(statement.fields)
    return known.claim.kind == statement.kind and said.items() <= fields.items()


def _spelt(statements: Sequence[Statement]) -> set[tuple[str, str]]:
    return {(one.kind, str(sorted(encode_fields(one.fields).items()))) for one in statements}
