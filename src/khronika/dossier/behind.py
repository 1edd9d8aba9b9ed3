"""What a dossier or case file was folded from, as one hash: nobody need look through it to know it.

Invariants:

- Equal hashes promise dossiers that are equal but for `as_of`, and case files that are equal but
  for the people in them. A hash may differ where these do not.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from khronika.dossier.material import Material
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision, Verb
from khronika.schema.subject import SubjectId

_OF_CLAIMS = frozenset({Verb.MERGE, Verb.SPLIT, Verb.PREFER})  # what the fold heeds of them


@dataclass(frozen=True)
class Behind:
    """Looks up in the material what stands behind a dossier or a case file."""

    material: Material

    def digest(
        self,
        claims: Mapping[ClaimId, Claim],
        decisions: Iterable[Decision],
        *,
        stable_until: date | None,
    ) -> str:
        """SHA-256 over the claims about one subject, decisions about it, and how long that holds.

        The claims tell who is joined in the dossier, and the day until which it holds tells the
        days before apart: between two days on which it changes there is no third. The sources
        count as they are described, with those they repeat: whoever prints a claim names them.
        """
        rows = [str(stable_until), *(f"decision {one.id()}" for one in decisions)]
        for one in sorted(claims):
            rows.append(f"claim {one} {self.material.recorded.get(one, '')}")
            if one in self._beside:
                rows += sorted(self._beside[one])
        rows += map(self._source, sorted({claim.passage.source for claim in claims.values()}))
        return hashlib.sha256("\n".join(rows).encode("utf-8")).hexdigest()

    def _source(self, one: SubjectId) -> str:
        """The source as it is described, and the one it repeats."""
        if one not in self._sources:
            sources = self.material.sources
            repeats = sources[one].repeats if one in sources else None
            told = [sources[it].entry_id() for it in (one, repeats) if it and it in sources]
            self._sources[one] = f"source {one} {' '.join(told)}"
        return self._sources[one]

    @cached_property
    def _sources(self) -> dict[SubjectId, str]:
        return {}

    @cached_property
    def _beside(self) -> Mapping[str, set[str]]:
        """What was decided of each claim, and which of its fields are left out."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, row in (*self._decided(), *self._left_out()):
            found[one].add(row)
        return dict(found)

    def _decided(self) -> Iterator[tuple[str, str]]:
        for decision in (one for one in self.material.decisions if one.verb in _OF_CLAIMS):
            row = f"decision {decision.id()}"
            yield from ((one, row) for one in (*decision.targets, *decision.over))

    def _left_out(self) -> Iterator[tuple[str, str]]:
        return ((one, f"without {name}") for one, name in self.material.left_out)
