"""The first page: numbers with their rule, the doors to the rest, and what changed last."""

from dataclasses import dataclass

from khronika.editions.count import counting_rule, counts
from khronika.editions.path import CASES, METHOD, PEOPLE, Link, link, list_page, page_path
from khronika.editions.prose import ProseView, prose_view
from khronika.editions.reader import Reader
from khronika.schema.label import status_label

LATEST = 10  # enough to see that somebody is at work, short enough to stay on one screen


@dataclass(frozen=True, slots=True)
class CountRow:
    """One line of the table of numbers; it leads to the list of those it counts."""

    label: str
    href: str
    count: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """Somebody whose page changed, and when."""

    name: str
    href: str
    date: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the first page prints."""

    people: str
    cases: str
    method: Link
    opening: ProseView
    rule: str
    statuses: tuple[CountRow, ...]
    people_count: str
    lines: tuple[str, ...]
    changed: tuple[ChangedRow, ...]
    as_of: str
    state: str


def home_view(page: str, reader: Reader) -> HomeView:
    """The first page in this language."""
    publication, wording = reader.publication, reader.wording
    counted = counts(publication)
    return HomeView(
        people=_to(page, PEOPLE, reader),
        cases=_to(page, CASES, reader),
        method=Link(wording.gettext("How this is made"), _to(page, METHOD, reader)),
        opening=prose_view(reader, None, "about"),
        rule=counting_rule(publication, wording),
        statuses=tuple(
            CountRow(
                label=status_label(code, reader.language),
                href=_to(page, list_page("status", code.value), reader),
                count=wording.number(number),
            )
            for code, number in counted.by_status.items()
        ),
        people_count=wording.number(counted.people),
        lines=_lines(reader),
        changed=_changed(page, reader),
        as_of=wording.gettext("Facts as of {date}.").format(date=wording.day(publication.as_of)),
        state=publication.state,
    )


def _to(page: str, target: str, reader: Reader) -> str:
    return link(page, page_path(reader.language, target))


def _lines(reader: Reader) -> tuple[str, ...]:
    counted, wording = counts(reader.publication), reader.wording
    said = (
        (
            wording.ngettext(
                "{count} person in custody", "{count} persons in custody", counted.in_custody
            ),
            counted.in_custody,
        ),
        (wording.ngettext("{count} case", "{count} cases", counted.cases), counted.cases),
        (
            wording.ngettext("{count} statement", "{count} statements", counted.claims),
            counted.claims,
        ),
        (
            wording.ngettext("{count} source named", "{count} sources named", counted.sources),
            counted.sources,
        ),
        (
            wording.ngettext(
                "{count} person about whom sources disagree",
                "{count} persons about whom sources disagree",
                counted.disputed,
            ),
            counted.disputed,
        ),
    )
    return tuple(template.format(count=wording.number(number)) for template, number in said)


def _changed(page: str, reader: Reader) -> tuple[ChangedRow, ...]:
    changed = reader.publication.changed
    people = [one for one in reader.names if one in changed]
    newest = sorted(people, key=lambda one: changed[one], reverse=True)[:LATEST]
    return tuple(
        ChangedRow(reader.names[one], reader.href(page, one), reader.wording.day(changed[one]))
        for one in newest
    )
