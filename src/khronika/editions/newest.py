"""Which of a person's pictures is shown, on pages and on paper alike."""

from datetime import date

from khronika.clearance.picture import Picture
from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.values.date import PartialDate


def newest_picture(dossier: Dossier, publication: Publication) -> tuple[Entry, Picture] | None:
    """The picture taken last, as far as known; of several the first by the ids of their claims."""
    shown = [
        (entry, publication.pictures[claim])
        for entry in dossier.of_kind("portrait")
        for claim in entry.claims
        if claim in publication.pictures and claim not in entry.denied_by
    ]
    return max(reversed(shown), key=lambda one: _taken(one[0]), default=None)


def _taken(entry: Entry) -> date:
    days = [one.last_day for one in entry.values("taken") if isinstance(one, PartialDate)]
    return max(days, default=date.min)
