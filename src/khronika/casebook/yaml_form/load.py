"""Makes a ledger of the texts of many files.

Invariants:

- What is wrong is a problem with its file and line; everything else still loads.
- A claim or a decision that names what is not there is left out, never half taken.
- The result depends on the files' names, halves and texts alone.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from khronika.casebook.layout import Area
from khronika.casebook.yaml_form.assemble import assemble
from khronika.casebook.yaml_form.claim_entry import KnownArticle
from khronika.casebook.yaml_form.compose import compose
from khronika.casebook.yaml_form.drafts import Drafts, Placed
from khronika.casebook.yaml_form.gather import FileText
from khronika.casebook.yaml_form.keyring import KeyRing
from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.settle import Settled, Settler
from khronika.casebook.yaml_form.source_file import read_source
from khronika.casebook.yaml_form.subject_file import read_subject_file
from khronika.errors import Problem
from khronika.ledger.ledger import Ledger, Tombstone
from khronika.ledger.tombstone import buried_in
from khronika.schema.claim import ClaimId
from khronika.schema.decision import DecisionId
from khronika.schema.meant import meant
from khronika.schema.subject import SubjectId, slug_of
from khronika.values.legal import LegalReference


@dataclass(frozen=True, slots=True)
class Stands:
    """Where an entry stands: file, first line, key."""

    file: str
    line: int
    key: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What files hold.

    `keys` tells where each claim stands, `decisions` where each decision does; `bare` are the
    claims above public without a nonce, by file, which are left out until they have one.
    """

    ledger: Ledger
    problems: tuple[Problem, ...] = ()
    keys: Mapping[ClaimId, tuple[Stands, ...]] = field(default_factory=dict)
    decisions: Mapping[DecisionId, tuple[Stands, ...]] = field(default_factory=dict)
    bare: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)


def any_article(_: LegalReference) -> bool | None:
    """Knows no code, and so never objects."""
    return None


@dataclass(frozen=True, slots=True)
class Loader:
    """What loading needs beside the texts.

    `beside` is a ledger whose sources, cases and claims the files may name; `tombstones` keep out
    what they stand for.
    """

    house: str
    known_article: KnownArticle = any_article
    beside: Ledger = field(default_factory=Ledger)
    tombstones: frozenset[Tombstone] = frozenset()

    def load(self, files: Iterable[FileText]) -> Loaded:
        """The ledger of these files."""
        drafts = Drafts()
        for file in files:
            self._read_file(file, drafts)
        placed = list(drafts.claims())
        kept = self._kept(placed, drafts)
        settled = self._settle(drafts, kept)
        return Loaded(
            ledger=assemble(drafts.sources, kept, settled, tombstones=self.tombstones),
            problems=tuple(sorted(drafts.problems)),
            keys=_claim_places(kept),
            decisions=_decision_places(settled),
            bare=_bare(placed),
        )

    def _read_file(self, file: FileText, drafts: Drafts) -> None:
        report = Report(file.name, file.area)
        tree = compose(file.text, report)
        entries = tree.entries if tree else None
        if tree and not entries:
            report.add(tree.line, "not-a-file", "A file is a list of keys.", remedy=_SHOW)
        elif entries and "subject" in entries:
            draft = read_subject_file(
                entries, report, house=self.house, known_article=self.known_article
            )
            drafts.add_subject(draft, file.area)
        elif entries:
            drafts.add_source(read_source(entries, report, house=self.house), file.area)
        drafts.problems.extend(report.problems)

    def _kept(self, placed: Iterable[Placed], drafts: Drafts) -> list[Placed]:
        """The claims whose source and case are described and that no tombstone stands for."""
        sources = {one.id for one in drafts.sources if one.source}
        sources |= {one.id for one in self.beside.sources.values()}
        subjects = drafts.subjects | subjects_of(self.beside)
        named = [one for one in placed if not one.draft.needs_nonce]
        buried = buried_in((one.draft.claim.id() for one in named), self.tombstones)
        kept = []
        for one in named:
            report = Report(one.file, one.area)
            if one.draft.claim.id() in buried:
                report.add(one.draft.node.line, "redacted", "This claim was redacted.", remedy=_CUT)
            else:
                self._check_described(one, sources, subjects, report=report)
            if not report.problems:
                kept.append(one)
            drafts.problems.extend(report.problems)
        return kept

    def _check_described(
        self,
        one: Placed,
        sources: Set[SubjectId],
        subjects: Set[SubjectId],
        *,
        report: Report,
    ) -> None:
        claim, entries = one.draft.claim, one.draft.node.entries or {}
        if claim.passage.source not in sources:
            _say_missing(report, entries["source"], "source", sources)
        ours = bool(claim.case) and str(claim.case).startswith(f"{self.house}/")
        if ours and claim.case not in subjects:
            _say_missing(report, entries["case"], "case", subjects)

    def _settle(self, drafts: Drafts, kept: Iterable[Placed]) -> list[Settled]:
        claims = KeyRing()
        for one in kept:
            claims.add(one.file, one.draft.claim.subject, one.draft.key, one.draft.claim.id())
        described = {one.id for one in drafts.sources}
        described |= {one.id for one in self.beside.sources.values()}
        settler = Settler(
            house=self.house,
            claims=claims,
            decisions=KeyRing(),
            subjects=drafts.subjects | subjects_of(self.beside) | described,
            buried=lambda name: bool(buried_in((name,), self.tombstones)),
        )
        settled, problems = settler.settle(drafts.decisions())
        drafts.problems.extend(problems)
        return settled


def subjects_of(ledger: Ledger) -> frozenset[SubjectId]:
    """All its claims are about, the cases they stand in, and all its decisions name."""
    claims = ledger.claims.values()
    named = {name for one in ledger.decisions.values() for name in one.targets if "/" in name}
    return frozenset(
        {one.subject for one in claims}
        | {one.case for one in claims if one.case}
        | {SubjectId(name) for name in named}
    )


def _bare(placed: Iterable[Placed]) -> Mapping[str, tuple[Node, ...]]:
    found: dict[str, list[Node]] = {}
    for one in placed:
        if one.draft.needs_nonce:
            found.setdefault(one.file, []).append(one.draft.node)
    return {file: tuple(nodes) for file, nodes in found.items()}


def _claim_places(kept: Iterable[Placed]) -> Mapping[ClaimId, tuple[Stands, ...]]:
    found: dict[ClaimId, tuple[Stands, ...]] = {}
    for one in kept:
        entry = one.draft.claim.id()
        place = Stands(one.file, one.draft.node.line, one.draft.key)
        found[entry] = (*found.get(entry, ()), place)
    return found


def _decision_places(settled: Iterable[Settled]) -> Mapping[DecisionId, tuple[Stands, ...]]:
    found: dict[DecisionId, tuple[Stands, ...]] = {}
    for one in settled:
        entry = one.decision.id()
        place = Stands(one.draft.file, one.draft.line, one.draft.key)
        found[entry] = (*found.get(entry, ()), place)
    return found


def _say_missing(report: Report, node: Node, what: str, known: Iterable[SubjectId]) -> None:
    of_kind = sorted({slug_of(one) for one in known if f"/{what}/" in one})
    word = (node.text or "").rsplit("/", 1)[-1]
    hint = f" {meant(word, of_kind).capitalize()}" if of_kind and report.area is Area.PUBLIC else ""
    report.add(
        node.line,
        f"missing-{what}",
        f"No file describes the {what} {report.shown(word)}.",
        remedy=f"Add the file of the {what}.{hint}",
    )


_SHOW = "A file begins: subject: person, id: ivanova-anna, or, for a source: id: the-paper-2022."
_CUT = "Remove its lines."
