"""Every edition there is. A new one is registered here, and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from khronika.editions.atom.edition import AtomEdition
from khronika.editions.book.edition import BookEdition
from khronika.editions.brochure.edition import BrochureEdition
from khronika.editions.calendar.edition import CalendarEdition
from khronika.editions.data.edition import DataEdition
from khronika.editions.edition import Edition
from khronika.editions.extra import NOTHING, Extra
from khronika.editions.ftm.edition import FtmEdition
from khronika.editions.letters.edition import LettersEdition
from khronika.editions.office import DOCX
from khronika.editions.panel.edition import PanelEdition
from khronika.editions.paper.typeset import PRINT
from khronika.editions.petition.edition import PetitionEdition
from khronika.editions.poster.edition import PosterEdition
from khronika.editions.share.edition import ShareEdition
from khronika.editions.site.edition import SiteEdition
from khronika.editions.slides.edition import SlidesEdition

EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {
        edition.name: edition
        for edition in (
            AtomEdition(),
            BookEdition(),
            BrochureEdition(),
            CalendarEdition(),
            DataEdition(),
            FtmEdition(),
            LettersEdition(),
            PetitionEdition(),
            PanelEdition(),
            PosterEdition(),
            ShareEdition(),
            SiteEdition(),
            SlidesEdition(),
        )
    }
)

_PETITIONS = Extra("petitions", (*DOCX.modules, *PRINT.modules))
_PRINTED = ("book", "brochure", "letters", "panel", "poster", "share", "slides")
_EXTRAS: Mapping[str, Extra] = MappingProxyType(
    {
        "calendar": Extra("calendar", ("icalendar",)),
        "petition": _PETITIONS,
        **dict.fromkeys(_PRINTED, PRINT),
    }
)


def extra_of(edition: str) -> Extra:
    """What the edition of this name needs beyond the plain install."""
    return _EXTRAS.get(edition, NOTHING)
