"""The page that says how this is made, and how to have something corrected or withdrawn."""

from dataclasses import dataclass

from khronika.dossier.dossier import StatusCode
from khronika.editions.change_line import issue_line
from khronika.editions.count import IN_CUSTODY, counting_rule
from khronika.editions.path import CHANGES, METHOD, Link, link
from khronika.editions.prose import ProseView, prose_view
from khronika.editions.reader import Reader
from khronika.schema.label import status_label


@dataclass(frozen=True, slots=True)
class MethodView:
    """What the page prints beside its own words."""

    own: ProseView
    rule: str
    custody: str
    as_of: str
    state: str
    issues: tuple[str, ...]
    changes: Link


def method_view(reader: Reader) -> MethodView:
    """The page in this language."""
    publication, wording = reader.publication, reader.wording
    statuses = [
        wording.gettext("“{text}”").format(text=status_label(code, reader.language))
        for code in StatusCode
        if code in IN_CUSTODY
    ]
    return MethodView(
        own=prose_view(reader, None, "method"),
        rule=counting_rule(publication, wording),
        custody=wording.gettext("“In custody” counts these statuses: {statuses}.").format(
            statuses=wording.join(statuses)
        ),
        as_of=wording.gettext("Facts as of {date}.").format(date=wording.day(publication.as_of)),
        state=publication.state,
        issues=tuple(issue_line(one, reader) for one in reversed(publication.issues)),
        changes=Link(wording.gettext("What changed"), link(METHOD, CHANGES)),
    )
