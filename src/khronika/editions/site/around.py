"""The pages around the people and cases: numbers, days, words, help, and how to be left out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from khronika.clearance.publication import Publication
from khronika.editions.digest import all_told, digest
from khronika.editions.edition import File
from khronika.editions.figure import figures_view
from khronika.editions.glossary import glossary_rows
from khronika.editions.path import (
    CALENDAR,
    CHANGES,
    CORRECTION,
    FEED,
    FIGURES,
    GLOSSARY,
    HELP,
    LANGUAGES,
    METHOD,
    MISSING,
    STATISTICS,
    Link,
    link,
    page_path,
)
from khronika.editions.reader import Reader
from khronika.editions.site.calendar import calendar_view
from khronika.editions.site.changes import changes_view
from khronika.editions.site.feed import feed
from khronika.editions.site.help import help_view
from khronika.editions.site.languages import languages_view
from khronika.editions.site.missing import missing_view
from khronika.editions.site.page import frame
from khronika.editions.site.sitemap import ROBOTS, SITEMAP, has_own_host, robots, sitemap
from khronika.editions.site.statistics import statistics_view
from khronika.editions.site.template import render


def pages_around(reader: Reader, key: str) -> Iterator[File]:
    """These pages in one language; `key` stands for what all of the publication could print."""
    told = digest(key, all_told(reader.publication))
    for page, make in AROUND.items():
        path, render_it = page_path(reader.language, page), partial(make, reader)
        yield File(path, render_it, digest(told, page), fixed=page in _FIXED)
    if reader.publication.house.address:
        yield File(page_path(reader.language, FEED), partial(feed, reader), digest(told, FEED))


def files_at_root(
    publication: Publication, key: str, *, whole_casebook: Callable[[], Iterable[str]]
) -> Iterator[File]:
    """What stands beside the folders of the languages; `whole_casebook` tells pages in each."""
    told = digest(key, all_told(publication))
    yield File(MISSING, partial(_missing, publication), digest(told, MISSING), fixed=True)
    if publication.house.address:
        make = partial(_sitemap, publication, whole_casebook)
        yield File(SITEMAP, make, digest(told, SITEMAP))
    if has_own_host(publication):
        yield File(ROBOTS, partial(robots, publication), digest(told, ROBOTS))


def _statistics(reader: Reader) -> bytes:
    view = statistics_view(page_path(reader.language, STATISTICS), reader)
    around = frame(reader, STATISTICS, title=reader.wording.gettext("Statistics"))
    return render("statistics.html", reader.language, page=around, statistics=view)


def _figures(reader: Reader) -> bytes:
    view = figures_view(page_path(reader.language, FIGURES), reader)
    around = frame(reader, FIGURES, title=reader.wording.gettext("Published figures"))
    return render("figures.html", reader.language, page=around, view=view)


def _calendar(reader: Reader) -> bytes:
    view = calendar_view(page_path(reader.language, CALENDAR), reader)
    around = frame(reader, CALENDAR, title=reader.wording.gettext("Calendar"))
    return render("calendar.html", reader.language, page=around, calendar=view)


def _changes(reader: Reader) -> bytes:
    view = changes_view(page_path(reader.language, CHANGES), reader)
    around = frame(reader, CHANGES, title=reader.wording.gettext("What changed"))
    return render("changes.html", reader.language, page=around, view=view)


def _help(reader: Reader) -> bytes:
    view = help_view(page_path(reader.language, HELP), reader)
    around = frame(reader, HELP, title=reader.wording.gettext("How to help"))
    return render("help.html", reader.language, page=around, help=view)


def _glossary(reader: Reader) -> bytes:
    around = frame(reader, GLOSSARY, title=reader.wording.gettext("Words explained"))
    return render("glossary.html", reader.language, page=around, terms=glossary_rows(reader))


def _languages(reader: Reader) -> bytes:
    view = languages_view(page_path(reader.language, LANGUAGES), reader)
    around = frame(reader, LANGUAGES, title=reader.wording.gettext("Languages and names"))
    return render("languages.html", reader.language, page=around, view=view)


def _correction(reader: Reader) -> bytes:
    title = reader.wording.gettext("To correct or withdraw something")
    around = frame(reader, CORRECTION, title=title)
    method = Link(reader.wording.gettext("How this is made"), link(CORRECTION, METHOD))
    return render("correction.html", reader.language, page=around, method=method)


def _sitemap(publication: Publication, whole_casebook: Callable[[], Iterable[str]]) -> bytes:
    return sitemap(publication, (*whole_casebook(), *AROUND))


def _missing(publication: Publication) -> bytes:
    view = missing_view(publication)
    return render("404.html", view.language, missing=view)


AROUND: dict[str, Callable[[Reader], bytes]] = {
    STATISTICS: _statistics,
    FIGURES: _figures,
    CALENDAR: _calendar,
    CHANGES: _changes,
    HELP: _help,
    GLOSSARY: _glossary,
    LANGUAGES: _languages,
    CORRECTION: _correction,
}
_FIXED = frozenset({HELP, GLOSSARY, CORRECTION})
