"""The page of changes: what is new about whom since the last issue, and what was wrong.

Invariants:

- It names people and cases with a page, and says nothing of anybody else: who was withdrawn is
  not missing here, for nothing is said of what is gone unless an editor called it wrong.
- A person whose page search engines are asked to leave out stands here as in the list of people.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.clearance.issue import Issue
from khronika.dossier.dossier import StatusCode
from khronika.editions.change import Addition, Change, Erratum, Revision, Turn, changes
from khronika.editions.path import CHANGES, CORRECTION, FEED, Link, link
from khronika.editions.reader import Reader
from khronika.editions.show import show
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label, status_label
from khronika.schema.subject import SubjectId
from khronika.schema.value import Value
from khronika.values.sentence import N_

_TURNS = {
    Turn.KNOWN: N_("{what}: now known: {now}"),
    Turn.REFINED: N_("{what}: now known more exactly: {now} (was: {before})"),
    Turn.DISPUTED: N_("{what}: sources disagree now: {now} (was: {before})"),
    Turn.SETTLED: N_("{what}: sources disagreed ({before}); now: {now}"),
    Turn.CHANGED: N_("{what}: now {now} (was: {before})"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A person or case, and what is to be told of them line by line."""

    link: Link
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Everything the page prints; `since` says with what it compares, or that there is nothing."""

    issue: str
    since: str
    nothing: bool
    people: tuple[Link, ...]
    cases: tuple[Link, ...]
    changed: tuple[Told, ...]
    errata: tuple[Told, ...]
    correction: Link
    feed: Link


def changes_view(page: str, reader: Reader) -> ChangesView:
    """The page in this language; people by surname, then cases by name."""
    found = changes(reader.publication)
    about = {one.subject: one for one in found.about} if found else {}
    ordered = reader.with_pages(about)
    new = [one for one in ordered if about[one].is_new]
    people = reader.publication.people
    return ChangesView(
        issue=_issue(reader),
        since=_since(found.since if found else None, reader),
        nothing=found is not None and not (about or found.errata),
        people=tuple(_link(one, page, reader) for one in new if one in people),
        cases=tuple(_link(one, page, reader) for one in new if one not in people),
        changed=tuple(
            Told(_link(one, page, reader), change_lines(about[one], reader))
            for one in ordered
            if not about[one].is_new
        ),
        errata=_errata(found.errata, found.since, page, reader=reader) if found else (),
        correction=Link(
            reader.wording.gettext("To correct or withdraw something"), link(CHANGES, CORRECTION)
        ),
        feed=Link("Atom", FEED if reader.publication.house.address else ""),
    )


def change_lines(change: Change, reader: Reader) -> tuple[str, ...]:
    """What changed about one of them, in words."""
    gettext = reader.wording.gettext
    if change.is_new:
        return (gettext("New in this archive"),)
    lines = [_status(change.status, change, reader)] if change.status else []
    lines += [_added(one, reader) for one in change.added]
    lines += [_revised(one, reader) for one in change.revised]
    if change.more and not lines:
        lines.append(gettext("More is said on the page, or another source says it."))
    return tuple(dict.fromkeys(lines))


def erratum_line(erratum: Erratum, since: Issue, reader: Reader) -> str:
    """What was said, until when, and what is said now."""
    gettext = reader.wording.gettext
    template = (
        gettext("{what}: we said {wrong} until issue “{issue}”. Now: {now}.")
        if erratum.now
        else gettext("{what}: we said {wrong} until issue “{issue}”. That was wrong.")
    )
    said = template.format(
        what=_what(erratum.kind, erratum.field, reader),
        wrong=_said(erratum.wrong, erratum.kind, erratum.field, reader=reader),
        now=_said(erratum.now, erratum.kind, erratum.field, reader=reader),
        issue=since.name,
    )
    return said.replace("г..", "г.")  # a Russian date ends in a stop of its own


def issue_line(issue: Issue, reader: Reader) -> str:
    """An issue with its day."""
    said = reader.wording.gettext("Issue “{name}”, {day}")
    return said.format(name=issue.name, day=reader.wording.day(issue.day))


def _issue(reader: Reader) -> str:
    issue = reader.publication.issue
    return issue_line(issue, reader) if issue else ""


def _since(since: Issue | None, reader: Reader) -> str:
    gettext = reader.wording.gettext
    if since is not None:
        return gettext("Compared with issue “{name}” of {day}.").format(
            name=since.name, day=reader.wording.day(since.day)
        )
    if reader.publication.issue is not None:
        return gettext("This is the first issue, so there is nothing to compare it with.")
    return gettext("No issue has come out yet, so there is nothing to compare with.")


def _errata(
    errata: Iterable[Erratum], since: Issue, page: str, *, reader: Reader
) -> tuple[Told, ...]:
    lines: dict[SubjectId, list[str]] = {}
    for one in errata:
        lines.setdefault(one.subject, []).append(erratum_line(one, since, reader))
    return tuple(
        Told(_link(one, page, reader), tuple(lines[one])) for one in reader.with_pages(lines)
    )


def _link(subject: SubjectId, page: str, reader: Reader) -> Link:
    name = reader.names.get(subject) or reader.case_names[subject]
    return Link(name, reader.href(page, subject))


def _status(before: StatusCode, change: Change, reader: Reader) -> str:
    now = reader.publication.people[change.subject].status.code
    template = reader.wording.gettext("Status by what is recorded: now “{now}” (was: “{before}”)")
    return template.format(
        now=status_label(now, reader.language), before=status_label(before, reader.language)
    )


def _added(added: Addition, reader: Reader) -> str:
    what = kind_label(added.kind, reader.language)
    if not added.when:
        return reader.wording.gettext("Added: {what}").format(what=what)
    when = _said(added.when, added.kind, kind(added.kind).when, reader=reader)
    return reader.wording.gettext("Added: {what}, {when}").format(what=what, when=when)


def _revised(revision: Revision, reader: Reader) -> str:
    template = reader.wording.gettext(_TURNS[revision.turn])
    return template.format(
        what=_what(revision.kind, revision.field, reader),
        before=_said(revision.before, revision.kind, revision.field, reader=reader),
        now=_said(revision.now, revision.kind, revision.field, reader=reader),
    )


def _what(kind_name: str, field: str, reader: Reader) -> str:
    """The field of an event in words: "Court decision, term"."""
    label = kind_label(kind_name, reader.language)
    return f"{label}, {field_label(kind_name, field, reader.language)}"


def _said(values: Iterable[Value], kind_name: str, field: str, *, reader: Reader) -> str:
    """The versions in words, between slashes: they need not all be so."""
    spec = kind(kind_name).field(field)
    return " / ".join(show(one, spec, reader=reader, said_in="").text for one in values)
