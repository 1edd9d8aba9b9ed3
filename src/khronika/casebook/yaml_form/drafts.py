"""What many files hold, before anything they name is looked up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from khronika.casebook.layout import Area
from khronika.casebook.yaml_form.claim_entry import ClaimDraft
from khronika.casebook.yaml_form.decision_entry import read_decision
from khronika.casebook.yaml_form.node import Node
from khronika.casebook.yaml_form.report import Report
from khronika.casebook.yaml_form.settle import Drafted
from khronika.casebook.yaml_form.source_file import SourceDraft
from khronika.casebook.yaml_form.subject_file import SubjectDraft
from khronika.errors import Problem
from khronika.schema.subject import SubjectId


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's draft and the file it stands in."""

    file: str
    area: Area
    draft: ClaimDraft


@dataclass(frozen=True, slots=True)
class Drafts:
    """Gathers subjects and sources file by file, and the problems on the way."""

    problems: list[Problem] = field(default_factory=list)
    _subjects: list[tuple[SubjectDraft, Area]] = field(default_factory=list)
    _sources: list[tuple[SourceDraft, Area]] = field(default_factory=list)

    def add_subject(self, draft: SubjectDraft | None, area: Area) -> None:
        """One file of a subject; None for one that could not be read."""
        if draft:
            self._subjects.append((draft, area))

    def add_source(self, draft: SourceDraft | None, area: Area) -> None:
        """One file of a source; None for one that could not be read."""
        if draft:
            self._sources.append((draft, area))

    @property
    def sources(self) -> tuple[SourceDraft, ...]:
        """Every source, in the order of the files."""
        return tuple(draft for draft, _ in self._sources)

    @property
    def subjects(self) -> frozenset[SubjectId]:
        """Whom and what the files are about; sources are not among them."""
        return frozenset(draft.subject for draft, _ in self._subjects)

    def claims(self) -> Iterator[Placed]:
        """Every claim, in the order of the files."""
        for subject, area in self._subjects:
            for draft in subject.claims:
                yield Placed(subject.file, area, draft)

    def decisions(self) -> Iterator[Drafted]:
        """Every decision that can be read; what is wrong with others joins the problems."""
        for subject, area in self._subjects:
            yield from self._read(subject.decisions, subject.file, subject.subject, area=area)
        for source, area in self._sources:
            yield from self._read(source.decisions, source.file, source.id, area=area)

    def _read(
        self, nodes: Iterable[Node], file: str, subject: SubjectId, *, area: Area
    ) -> Iterator[Drafted]:
        report = Report(file, area)
        for node in nodes:
            draft = read_decision(node, report)
            if draft:
                yield Drafted(draft, area, subject)
        self.problems.extend(report.problems)
