"""Where sources disagree, as its own list: nothing is smoothed and nobody is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.dossier.dossier import Dispute
from khronika.editions.site.event import EventPrinter, SaidView
from khronika.editions.site.reader import Reader
from khronika.schema.label import field_label, kind_label


@dataclass(frozen=True, slots=True)
class DisputeView:
    """What is disputed, the versions, and the rule they break where it is one."""

    title: str
    sentence: str
    values: tuple[SaidView, ...]


def dispute_views(
    disputes: Iterable[Dispute], printer: EventPrinter, reader: Reader
) -> tuple[DisputeView, ...]:
    """Every dispute, in the order the dossier gives them."""
    return tuple(_view(one, printer, reader) for one in disputes)


def _view(dispute: Dispute, printer: EventPrinter, reader: Reader) -> DisputeView:
    name = kind_label(dispute.kind, reader.language)
    field = field_label(dispute.kind, dispute.field, reader.language)
    return DisputeView(
        title=f"{name}, {field}",
        sentence=reader.wording.say(dispute.rule) if dispute.rule else "",
        values=tuple(printer.said(one, dispute.kind, dispute.field) for one in dispute.values),
    )
