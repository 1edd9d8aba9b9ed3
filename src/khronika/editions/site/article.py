"""The page of one article: what it covers, and who was accused, convicted or cleared under it.

Invariants:

- An article whose title was not read in the code says so.
- A neutral article prints as its number: neither a title nor a meaning.
- Nobody stands in two groups: a conviction outweighs the accusation, an open accusation one that
  ended.
"""

from collections.abc import Mapping

from khronika.dossier.dossier import Dossier
from khronika.editions.facet import Indexes
from khronika.editions.note import Notes
from khronika.editions.reader import Reader
from khronika.editions.referred import Outcome, Referred, charged_under
from khronika.editions.show import capital
from khronika.editions.site.listing import Group, Head, ListView, Phrase, count_line, rows_of, up
from khronika.editions.site.reason import Reasons, ReasonView
from khronika.law.articles import Article, articles
from khronika.schema.label import choice_label, kind_label
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice
from khronika.values.language import SOURCE_LANGUAGE
from khronika.values.legal import LegalReference
from khronika.values.sentence import N_

ORIGINAL = "ru"  # the language of every code in the table
_GROUPS = {
    Outcome.GUILTY: (
        N_("Convicted"),
        N_("A court found them guilty under this article. That says what a court decided."),
    ),
    Outcome.ACCUSED: (
        N_("Accused"),
        N_(
            "The authorities accuse them under this article. Whether a court found them guilty "
            "under it is not recorded here."
        ),
    ),
    Outcome.ENDED: (
        N_("Accused once"),
        N_("The accusation was dropped or changed, or a court took the conviction away."),
    ),
}


def article_view(
    reference: LegalReference,
    people: Mapping[SubjectId, bool],
    *,
    page: str,
    indexes: Indexes,
    reader: Reader,
) -> ListView:
    """The page of this article."""
    notes = Notes(reader)
    said = {
        person: _of_article(reader.publication.people[person], reference)
        for person in reader.with_pages(people)
    }
    return ListView(
        title=capital(reader.wording.legal(reference)),
        count=count_line(people, indexes, reader),
        head=_head(reference, reader),
        groups=_groups(said, people, page, Reasons(reader, notes), reader),
        up=up(page, reader),
        notes=notes.rows(),
    )


def _of_article(dossier: Dossier, reference: LegalReference) -> list[Referred]:
    return [
        one
        for one in charged_under(dossier)
        if (one.reference.code, one.reference.article) == (reference.code, reference.article)
    ]


def outcome_of(said: list[Referred]) -> Outcome:
    """What became of the person's accusations under one article, all of them together."""
    outcomes = {one.outcome for one in said}
    return next(one for one in Outcome if one in outcomes)


def _groups(
    said: Mapping[SubjectId, list[Referred]],
    people: Mapping[SubjectId, bool],
    page: str,
    reasons: Reasons,
    reader: Reader,
) -> tuple[Group, ...]:
    found = []
    for outcome, (title, hint) in _GROUPS.items():
        here = [one for one in said if outcome_of(said[one]) is outcome]
        rows = rows_of(
            {one: people[one] for one in here},
            page,
            reader,
            {one: _reasons(said[one], reasons, reader) for one in here},
        )
        if rows:
            gettext, number = reader.wording.gettext, reader.wording.number
            heading = gettext("{title} ({count})").format(
                title=gettext(title), count=number(len(rows))
            )
            found.append(Group(outcome.value, heading, gettext(hint), rows))
    return tuple(found)


def _reasons(said: list[Referred], reasons: Reasons, reader: Reader) -> tuple[ReasonView, ...]:
    """What was said, each wording once with all its claims."""
    found: dict[tuple[str, str], list[Referred]] = {}
    for one in said:
        found.setdefault((_title(one, reader), _words(one, reader)), []).append(one)
    return tuple(
        reasons.of_text(
            words,
            title=title,
            claims=dict.fromkeys(claim for one in same for claim in one.claims),
            disputed=any(one.disputed for one in same),
        )
        for (title, words), same in found.items()
    )


def _title(said: Referred, reader: Reader) -> str:
    """Whether an accusation or a court names the article."""
    return kind_label(said.entry.kind, reader.language)


def _words(said: Referred, reader: Reader) -> str:
    """The article with its part, and what became of the charge where a source says so."""
    short = reader.wording.legal_short(said.reference)
    if said.entry.kind == "ruling":
        if said.outcome is Outcome.ENDED:
            return reader.wording.gettext("{article}, later dropped or taken away").format(
                article=short
            )
        return short
    state = said.entry.value("state")
    if not isinstance(state, Choice):
        return short
    return f"{short}, {choice_label('charge-state', state.choice, reader.language)}"


def _head(reference: LegalReference, reader: Reader) -> Head:
    article = articles().get((reference.code, reference.article))
    gettext = reader.wording.gettext
    if article is None:
        return Head(lines=(gettext("Nobody has looked up what this article says."),))
    if article.neutral:
        return Head(lines=(gettext("Of this article we print the number alone."),))
    meaning = article.meaning.in_language(reader.language) if article.meaning else ""
    return Head(
        titles=_titles(article, reader),
        meaning=meaning,
        lines=tuple(_lines(article, reader)),
    )


def _titles(article: Article, reader: Reader) -> tuple[Phrase, ...]:
    """The title in the reader's language, else in English, then as the code has it."""
    language = reader.language if reader.language in article.title else SOURCE_LANGUAGE
    wanted = dict.fromkeys((language, ORIGINAL))
    return tuple(
        Phrase(capital(article.title[one]), reader.foreign(one))
        for one in wanted
        if one in article.title
    )


def _lines(article: Article, reader: Reader) -> list[str]:
    gettext = reader.wording.gettext
    lines = []
    if reader.language not in article.title:
        lines.append(gettext("The title is not recorded in this language."))
    if article.verified:
        lines.append(gettext("Title and parts were checked against a copy of the code."))
    else:
        lines.append(gettext("Title not checked against the code."))
    if article.parts:
        parts = sorted(article.parts, key=lambda one: [int(n) for n in one.split(".")])
        lines.append(gettext("Parts: {parts}.").format(parts=", ".join(parts)))
    elif article.parts is not None:
        lines.append(gettext("The article has no parts."))
    return lines
