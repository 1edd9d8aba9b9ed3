"""Where sources disagree, as its own list: nothing is smoothed and nobody is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from khronika.dossier.dossier import Dispute
from khronika.editions.event import EventPrinter, SaidView
from khronika.editions.label import field_name, kind_name
from khronika.editions.reader import Reader


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
    name = reader.said(kind_name, dispute.kind)
    field = reader.said(field_name, dispute.kind, dispute.field)
    return DisputeView(
        title=f"{name}, {field}",
        sentence=reader.wording.say(dispute.rule) if dispute.rule else "",
        values=tuple(printer.said(one, dispute.kind, dispute.field) for one in dispute.values),
    )
