"""The page of changes: what is new about whom since the last issue, and what was wrong.

Invariants:

- It names people and cases with a page, and says nothing of anybody else: who was withdrawn is
  not missing here, for nothing is said of what is gone unless an editor called it wrong.
- A person whose page search engines are asked to leave out stands here as in the list of people.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.clearance.issue import Issue
from khronika.editions.change import Erratum, changes
from khronika.editions.change_line import change_lines, erratum_line, issue_line
from khronika.editions.path import CHANGES, CORRECTION, FEED, Link, link
from khronika.editions.reader import Reader
from khronika.schema.subject import SubjectId


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
