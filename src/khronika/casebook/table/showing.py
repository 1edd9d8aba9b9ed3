"""What we would write into a table's row about a person, so that reading it changes nothing.

Invariants:

- What is disputed is written with all its values and " | " between them, never smoothed.
- A column that a table filled shows the entry that rests on it, refined by what others know.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from khronika.casebook.table.slot import JOINT
from khronika.casebook.table.target import Target, read_target
from khronika.dossier.dossier import Dossier, StatusCode
from khronika.dossier.entry import Entry
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.label import choice_label, status_label
from khronika.schema.value import Choice, Key, Text, Value, show
from khronika.schema.vocabulary import label
from khronika.values.charge import CRIMINAL_CODE, ROLES, STAGES
from khronika.values.legal import LegalReference
from khronika.values.term import Term
from khronika.values.wording import Wording

DISPUTED = " | "
_QUALIFIERS = {
    **{stage: LegalReference(CRIMINAL_CODE, "30", part) for part, stage in STAGES.items()},
    **{role: LegalReference(CRIMINAL_CODE, "33", part) for part, role in ROLES.items()},
}


@dataclass(frozen=True, slots=True)
class Showing:
    """How rows are written: the columns, the language, and the table's own claims by heading."""

    columns: Mapping[str, str]
    wording: Wording
    own: Mapping[str, Collection[ClaimId]]

    def row(self, dossier: Dossier) -> dict[str, str]:
        """The text of each recorded column; empty where nothing is known."""
        recorded = {one: read_target(said) for one, said in self.columns.items() if said}
        return {one: self._cell(one, target, dossier) for one, target in recorded.items()}

    def _cell(self, heading: str, target: Target, dossier: Dossier) -> str:
        if target.is_status:
            code = dossier.status.code
            return "" if code is StatusCode.UNKNOWN else status_label(code, self.wording.language)
        entries = [one for one in dossier.of_kind(target.kind) if _fits(one, target)]
        own = set(self.own.get(heading, ()))
        entries = [one for one in entries if own & set(one.claims)] or entries
        written = (self._entry(one, target) for one in entries)
        return JOINT.join(dict.fromkeys(one for one in written if one))

    def _entry(self, entry: Entry, target: Target) -> str:
        before = self._qualifiers(entry) if target.kind == "charge" else ""
        values = [self._value(one, target) for one in entry.values(target.name)]
        return DISPUTED.join(before + one for one in dict.fromkeys(values))

    def _value(self, value: Value, target: Target) -> str:
        match value:
            case tuple():
                return JOINT.join(self._value(one, target) for one in value)
            case Text():
                return value.text
            case Key():
                return label(value.table, value.key, self.wording.language)
            case Choice():
                return choice_label(target.spec.of, value.choice, self.wording.language)
            case Term():
                return self.wording.term(value)
            case LegalReference() if value.code == CRIMINAL_CODE:
                return self.wording.legal_short(value)  # the code that is meant where none is named
            case LegalReference():
                return self.wording.legal(value)
            case _:
                return show(value)

    def _qualifiers(self, entry: Entry) -> str:
        """How far it went and in what role, as articles of the code: "ст. 30 ч. 3, "."""
        said = [value for name in ("stage", "role") for value in entry.values(name)]
        answers = [one.choice for one in said if isinstance(one, Choice)]
        references = [_QUALIFIERS[one] for one in answers if one in _QUALIFIERS]
        return "".join(f"{self.wording.legal_short(one)}, " for one in references)


def own_claims(claims: Iterable[tuple[ClaimId, Claim]]) -> Mapping[str, frozenset[ClaimId]]:
    """The claims by the headings they were read under."""
    found: dict[str, set[ClaimId]] = {}
    for claim_id, claim in claims:
        for heading in claim.passage.page.split(JOINT):
            found.setdefault(heading, set()).add(claim_id)
    return {heading: frozenset(all_) for heading, all_ in found.items()}


def _fits(entry: Entry, target: Target) -> bool:
    return all(value in entry.values(name) for name, value in target.fixed.items())
