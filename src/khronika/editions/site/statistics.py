"""The statistics page: our own counts with their rules, and others' figures beside them.

Invariants:

- No number stands without its rule, its day and how many could not be counted.
- Our counts and others' figures stand in parts of their own and are never made one number.
- Only what stands on people's own pages is counted, so that no count tells more than they do.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from khronika.clearance.publication import Publication
from khronika.editions.count import counting_rule
from khronika.editions.figure import FigureView, counts_all, figure_entries, figure_views
from khronika.editions.note import NoteRow, Notes
from khronika.editions.path import FIGURES, METHOD, Link, link, page_path
from khronika.editions.reader import Reader
from khronika.editions.site.chart import Bar, bar_chart
from khronika.editions.site.tally import (
    Band,
    Tally,
    by_article,
    by_regime,
    by_status,
    by_term,
    by_year_of_arrest,
    by_year_of_verdict,
    in_cases,
)
from khronika.schema.label import choice_label, status_label
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_

TOP = 12  # articles with lines of their own; the rest are many and mostly name one person each
_USUAL_CODE = "RU-UK"
_BANDS = {
    Band.SUSPENDED: N_("suspended sentence"),
    Band.UNDER_3: N_("under 3 years"),
    Band.UNDER_5: N_("3 years to under 5"),
    Band.UNDER_10: N_("5 years to under 10"),
    Band.UNDER_15: N_("10 years to under 15"),
    Band.FROM_15: N_("15 years and more"),
    Band.LIFE: N_("life"),
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CountLine:
    """One line of a table: what is counted, how many, and whether it is an answer at all."""

    label: str
    count: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One question with its rule, its picture and the same numbers as a table."""

    id: str
    title: str
    rule: str
    known: str
    head: str
    chart: str
    lines: tuple[CountLine, ...]


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """Everything the page prints."""

    rule: str
    people: str
    in_cases: str
    as_of: str
    state: str
    parts: tuple[Part, ...]
    figures: tuple[FigureView, ...]
    all_figures: Link
    method: Link
    notes: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """What a part asks: its words, its count, and how an answer is called in it."""

    id: str
    title: str
    rule: str
    head: str


def statistics_view(page: str, reader: Reader) -> StatisticsView:
    """The page in this language."""
    publication, wording = reader.publication, reader.wording
    notes = Notes(reader)
    comparable = [one for one in figure_entries(publication) if counts_all(one)]
    return StatisticsView(
        rule=counting_rule(publication, wording),
        people=wording.number(len(publication.people)),
        in_cases=wording.number(in_cases(publication)),
        as_of=wording.gettext("Facts as of {date}.").format(date=wording.day(publication.as_of)),
        state=publication.state,
        parts=tuple(make(reader) for make in _PARTS),
        figures=figure_views(comparable, page, reader, notes),
        all_figures=_to(page, FIGURES, wording.gettext("All published figures"), reader=reader),
        method=_to(page, METHOD, wording.gettext("How this is made"), reader=reader),
        notes=notes.rows(),
    )


def _to(page: str, target: str, words: str, *, reader: Reader) -> Link:
    return Link(words, link(page, page_path(reader.language, target)))


def _status(reader: Reader) -> Part:
    return _part(
        _Question(
            "status",
            N_("Where people are"),
            N_(
                "The status of each person on the day of this edition, as their page says it. "
                "Where no word is recent enough to tell, it counts as not recorded."
            ),
            N_("Status"),
        ),
        by_status,
        reader,
        called=lambda code: status_label(code, reader.language),
    )


def _articles(reader: Reader) -> Part:
    question = _Question(
        "articles",
        N_("Articles of law"),
        N_(
            "Every article a person is or was accused or convicted under, whatever its part; "
            "a person counts once for each article, so that the lines add up to more than all "
            "persons. An article says what the authorities allege, not what happened."
        ),
        N_("Article"),
    )
    return _part(
        question,
        by_article,
        reader,
        called=reader.wording.legal,
        short=lambda one: _short_article(one, reader),
        top=TOP,
    )


def _short_article(article: LegalReference, reader: Reader) -> str:
    """The article as a picture has room for it; the code is left out where it is the usual one."""
    short = reader.wording.legal_short(article)
    return short if article.code == _USUAL_CODE else f"{short} ({article.code})"


def _arrests(reader: Reader) -> Part:
    question = _Question(
        "arrests",
        N_("Year of arrest"),
        N_("The year of the earliest arrest that has a date. Years with nobody are left out."),
        N_("Year"),
    )
    return _part(question, by_year_of_arrest, reader, called=str)


def _verdicts(reader: Reader) -> Part:
    question = _Question(
        "verdicts",
        N_("Year of the first verdict"),
        N_(
            "The year of the earliest verdict of a first court that has a date. Years with nobody "
            "are left out."
        ),
        N_("Year"),
    )
    return _part(question, by_year_of_verdict, reader, called=str)


def _terms(reader: Reader) -> Part:
    question = _Question(
        "terms",
        N_("Length of the term"),
        N_(
            "The term of imprisonment in the latest verdict of a first court, of those who have "
            "one. An appeal may have changed it since: the person's page tells."
        ),
        N_("Term"),
    )
    return _part(
        question, by_term, reader, called=lambda band: reader.wording.gettext(_BANDS[band])
    )


def _regimes(reader: Reader) -> Part:
    question = _Question(
        "regimes",
        N_("Regime"),
        N_("The regime named in the latest verdict of a first court, of those who have one."),
        N_("Regime"),
    )
    return _part(
        question, by_regime, reader, called=lambda one: choice_label("regime", one, reader.language)
    )


def _part(  # noqa: PLR0913 - how answers are called is what tells the parts apart
    question: _Question,
    count: Callable[[Publication], Tally[T]],
    reader: Reader,
    *,
    called: Callable[[T], str],
    short: Callable[[T], str] | None = None,
    top: int = 0,
) -> Part:
    tally, wording = count(reader.publication), reader.wording
    shown = dict(list(tally.rows.items())[: top or None])
    title = wording.gettext(question.title)
    return Part(
        id=question.id,
        title=title,
        rule=_rule(question, tally, reader, shown=len(shown)),
        known=_known(tally, reader),
        head=wording.gettext(question.head),
        chart=bar_chart(
            _bars(shown, tally, short or called, reader),
            name=question.id,
            title=title,
            reader=reader,
        ),
        lines=tuple(
            CountLine(bar.label, bar.shown, bar.counted)
            for bar in _bars(shown, tally, called, reader)
        ),
    )


def _rule(question: _Question, tally: Tally[T], reader: Reader, *, shown: int) -> str:
    wording = reader.wording
    rule = wording.gettext(question.rule)
    if shown == len(tally.rows):
        return rule
    cut = wording.gettext("Shown: the {shown} most frequent of {all}.")
    return f"{rule} {cut.format(shown=wording.number(shown), all=wording.number(len(tally.rows)))}"


def _known(tally: Tally[T], reader: Reader) -> str:
    wording = reader.wording
    said = wording.gettext("Known: {known} of {all}. Not recorded: {unknown}.").format(
        known=wording.number(tally.known),
        all=wording.number(tally.asked),
        unknown=wording.number(tally.unknown),
    )
    if not tally.disputed:
        return said
    clash = wording.gettext("Sources disagree, not counted: {disputed}.")
    return f"{said} {clash.format(disputed=wording.number(tally.disputed))}"


def _bars(
    rows: Mapping[T, int], tally: Tally[T], called: Callable[[T], str], reader: Reader
) -> list[Bar]:
    number = reader.wording.number
    answers = [Bar(called(one), count, number(count)) for one, count in rows.items()]
    return [*answers, *_uncounted(tally, number, reader)]


def _uncounted(tally: Tally[T], number: Callable[[int], str], reader: Reader) -> Iterable[Bar]:
    gettext = reader.wording.gettext
    for words, count in (
        (gettext("sources disagree"), tally.disputed),
        (gettext("not recorded"), tally.unknown),
    ):
        if count:
            yield Bar(words, count, number(count), counted=False)


_PARTS: tuple[Callable[[Reader], Part], ...] = (
    _status,
    _articles,
    _arrests,
    _verdicts,
    _terms,
    _regimes,
)
