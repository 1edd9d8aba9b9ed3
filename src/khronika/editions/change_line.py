"""What changed about somebody, and what was wrong, in lines of words for pages and for paper.

Invariants:

- A line says what kind of fact it is about and what is said now; of what was wrong, until when it
  was said.
"""

from collections.abc import Iterable

from khronika.clearance.issue import Issue
from khronika.dossier.dossier import StatusCode
from khronika.editions.change import Addition, Change, Erratum, Revision, Turn
from khronika.editions.reader import Reader
from khronika.editions.show import show
from khronika.schema.kind import kind
from khronika.schema.label import field_label, kind_label, status_label
from khronika.schema.value import Value
from khronika.values.sentence import N_

_TURNS = {
    Turn.KNOWN: N_("{what}: now known: {now}"),
    Turn.REFINED: N_("{what}: now known more exactly: {now} (was: {before})"),
    Turn.DISPUTED: N_("{what}: sources disagree now: {now} (was: {before})"),
    Turn.SETTLED: N_("{what}: sources disagreed ({before}); now: {now}"),
    Turn.CHANGED: N_("{what}: now {now} (was: {before})"),
}


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
