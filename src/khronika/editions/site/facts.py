"""How a fact is printed, on every page the same: value, who says so, the numbers of its sources.

Templates call what stands here by name. It is Python and no template because people's pages are
little else, and there are as many of them as people and languages.

Invariants:

- Whatever a value holds is escaped.
- A line of HTML here is a line of the page; what is empty leaves no line.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape

from minijinja import safe

from khronika.editions.dispute import DisputeView
from khronika.editions.event import EventView, FactView, SaidView
from khronika.editions.listed import StatusView
from khronika.editions.note import Backing, NoteRow
from khronika.editions.section import AboutRow
from khronika.editions.support import SupportView
from khronika.values.sentence import N_

_BETWEEN = ' <span class="between">·</span> '


@lru_cache(maxsize=8192)  # titles and words of one page stand on the next one too
def escaped(text: str) -> str:
    """Safe between tags and in double quotes; an apostrophe stays one."""
    return escape(text).replace("&#x27;", "'")


def in_language(language: str) -> str:
    """The attribute that names the language of what stands in an element, where it is another."""
    return f' lang="{escaped(language)}"' if language else ""


class Facts:
    """Prints facts with the words that `translate` gives; each word is asked for once."""

    def __init__(self, translate: Callable[..., str]) -> None:
        self._translate = translate
        self._words: dict[str, str] = {}
        self._safe: dict[str, str] = {}
        self._colon = self._with(N_("{label}: {said}"), label="", said="")
        self._semicolon = self._with(N_("{one}; {other}"), one="", other="")

    def translated(self, text: str, /, **params: str) -> str:
        """The words in the reader's language, safe as they are."""
        if params:
            return safe(self._with(text, **params))
        if text not in self._safe:
            self._safe[text] = safe(self._(text))
        return self._safe[text]

    def by_name(self) -> Mapping[str, Callable[..., str]]:
        """What templates may call."""
        parts = (
            self.about, self.backing, self.chip, self.disputes, self.labelled, self.notes,
            self.records, self.said, self.support, self.timeline, self.field, self.words,
        )  # fmt: skip
        return {part.__name__: _whole(part) for part in parts}

    def backing(self, groups: Collection[Backing]) -> str:
        """Who says so where that is to be said, and the numbers of the notes."""
        if not groups:
            return ""
        source = self._("Source")
        parts = []
        for group in groups:
            if group.words:
                parts.append(f'<span class="said-by">, {escaped(group.words)}</span>')
            parts += [
                f' <a class="ref" href="#note-{number}">'
                f'<span class="unseen">{source} </span>[{number}]</a>'
                for number in group.notes
            ]
        return "".join(parts)

    def said(self, value: SaidView) -> str:
        """One value with its notes."""
        text = escaped(value.text)
        if value.href:
            text = f'<a href="{escaped(value.href)}" rel="noreferrer">{text}</a>'
        else:
            text = f"<span{in_language(value.lang)}>{text}</span>"
        return f'<span class="{_class(value)}">{text}{self.backing(value.backing)}</span>'

    def field(self, fact: FactView) -> str:
        """The values of a field, and those an editor put aside."""
        said = _BETWEEN.join(map(self.said, fact.values))
        if not fact.disputed and not fact.aside:
            return said
        follow = self._("the editors follow the first")
        follows = f' <span class="said-by">({follow})</span>'
        return f"{said}{self._disputed(fact)}{self._aside(fact, follows)}"

    def labelled(self, fact: FactView) -> str:
        """The field behind its label, where it has one."""
        said = self.field(fact)
        return f"{escaped(fact.label)}{self._colon}{said}" if fact.label else said

    def timeline(self, events: Iterable[EventView]) -> str:
        """What happened, each with its time before it."""
        lines = ['<ol class="timeline">']
        for event in events:
            lines += [
                f'<li class="event{_classes(event)}">',
                f'<p class="when">{self._when(event)}</p>',
                '<div class="what">',
                f'<p class="what-title">{escaped(event.title)}{self.backing(event.backing)}</p>',
                *self._details(event),
                "</div>",
                "</li>",
            ]
        return "\n".join((*lines, "</ol>", ""))

    def records(self, events: Iterable[EventView]) -> str:
        """Entries with all their fields, each under its name."""
        lines = ['<ul class="records">']
        for event in events:
            name = f'<span class="record-name">{escaped(event.title)}</span>'
            when = self._record_when(event)
            lines += [
                f'<li class="record{_classes(event)}">',
                f'<p class="record-title">{name}{when}{self.backing(event.backing)}</p>',
                *self._details(event),
                "</li>",
            ]
        return "\n".join((*lines, "</ul>", ""))

    def about(self, rows: Iterable[AboutRow]) -> str:
        """Traits, each with everything that is said of it."""
        lines = ['<dl class="about">']
        for row in rows:
            traits = map(self._trait, row.events)
            lines += [f"<div><dt>{escaped(row.title)}</dt>", *traits, "</div>"]
        return "\n".join((*lines, "</dl>", ""))

    def words(self, events: Iterable[EventView]) -> str:
        """What somebody said, as quotations."""
        lines: list[str] = []
        for event in events:
            said = event.quoted.values if event.quoted else ()
            noted = "".join(
                f' <span class="fact">{self.backing(value.backing)}</span>'
                for value in said
                if value.backing
            )
            when = f", {self._when(event)}" if event.when else ""
            title = f"{escaped(event.title)}{when}{self.backing(event.backing)}{noted}"
            shade = " fact" if event.backing else ""
            quotes = (
                f"<blockquote{in_language(one.lang)}><p>{escaped(one.text)}</p></blockquote>"
                for one in said
            )
            details = "\n".join(self._details(event))
            lines += [
                f'<figure class="words{shade}">',
                *quotes,
                f"<figcaption>{title}{details}",
                "</figcaption>",
                "</figure>",
            ]
        return "\n".join((*lines, ""))

    def disputes(self, rows: Iterable[DisputeView]) -> str:
        """What sources disagree about, with every version."""
        lines = ['<ul class="disputes">']
        disagree = self._("sources disagree")
        mark = f'<span class="disputed-mark">{disagree}</span>'
        for row in rows:
            name = f'<span class="dispute-name">{escaped(row.title)}</span>'
            sentence = f"{escaped(row.sentence)} " if row.sentence else ""
            said = _BETWEEN.join(map(self.said, row.values))
            lines.append(f"<li>{name}{self._colon}{sentence}{said} – {mark}</li>")
        return "\n".join((*lines, "</ul>", ""))

    def chip(self, status: StatusView) -> str:
        """The status in a frame of its shade."""
        return f'<span class="chip chip-{escaped(status.group)}">{escaped(status.label)}</span>'

    def notes(self, rows: Iterable[NoteRow]) -> str:
        """The sources of a page, by number."""
        title = self._("Sources")
        lines = [
            '<section aria-labelledby="sources">',
            f'<h2 id="sources">{title}</h2>',
            '<ol class="notes">',
        ]
        for row in rows:
            lines += [f'<li id="note-{row.number}">', *self._note(row)]
        return "\n".join((*lines, "</ol>", "</section>", ""))

    def support(self, view: SupportView) -> str:
        """How to reach the person, or why one should not try."""
        title = self._("How to support")
        lines = [
            '<section class="support" aria-labelledby="support">',
            f'<h2 id="support">{title}</h2>',
            *(f'<p class="honest">{escaped(line)}</p>' for line in view.lines),
        ]
        if view.records:
            lines.append(self.records(view.records))
        return "\n".join((*lines, "</section>", ""))

    def _(self, text: str, /) -> str:
        words = self._words.get(text)
        if words is None:
            words = self._words[text] = escaped(self._translate(text))
        return words

    def _with(self, text: str, /, **params: str) -> str:
        return escaped(self._translate(text, **params))

    def _disputed(self, fact: FactView) -> str:
        if not fact.disputed:
            return ""
        disagree = self._("sources disagree")
        return f' <span class="disputed-mark">{disagree}</span>'

    def _aside(self, fact: FactView, follows: str = "") -> str:
        if not fact.aside:
            return ""
        say, said = self._("other sources say:"), _BETWEEN.join(map(self.said, fact.aside))
        return f' <span class="aside">{say} {said}{follows}</span>'

    def _details(self, event: EventView) -> list[str]:
        doubts = self._doubts(event)
        return [*self._facts(event.facts), *([doubts] if doubts else [])]

    def _facts(self, facts: Iterable[FactView]) -> list[str]:
        rows = [
            f"<div{_DISPUTED if fact.disputed else ''}><dt>{escaped(fact.label)}</dt>"
            f"<dd>{self.field(fact)}</dd></div>"
            for fact in facts
        ]
        return ['<dl class="details">', *rows, "</dl>"] if rows else []

    def _doubts(self, event: EventView) -> str:
        said = ""
        if event.denied:
            denied = self._("Denied")
            said = f'<p class="doubt fact">{denied}{self.backing(event.denied)}</p>'
        if event.may_be:
            text = self._("This may be the same event as another one named here.")
            said += f'<p class="doubt">{text}</p>'
        return said

    def _when(self, event: EventView) -> str:
        if not event.when:
            unknown = self._("date not known")
            return f'<span class="undated">{unknown}</span>'
        said = _BETWEEN.join(map(self._moment, event.when.values))
        return f"{said}{self._disputed(event.when)}{self._aside(event.when)}"

    def _moment(self, value: SaidView) -> str:
        text = escaped(value.text)
        if value.machine:
            text = f'<time datetime="{value.machine}">{text}</time>'
        return f'<span class="{_class(value)}">{text}{self.backing(value.backing)}</span>'

    def _record_when(self, event: EventView) -> str:
        if not event.when:
            return ""
        label = f"{escaped(event.when.label)} " if event.when.label else ""
        return f' <span class="record-when">{label}{self._when(event)}</span>'

    def _trait(self, event: EventView) -> str:
        facts = self._semicolon.join(map(self.labelled, event.facts))
        when = f" ({escaped(event.when.label)} {self._when(event)})" if event.when else ""
        doubts = self._doubts(event)
        shade = "fact" if event.backing else "value"
        return f'<dd class="{shade}">{facts}{when}{self.backing(event.backing)}{doubts}</dd>'

    def _note(self, row: NoteRow) -> list[str]:
        if row.known:
            return [f'<span class="source-title">{escaped(row.known)}</span>', "</li>"]
        title, foreign = escaped(row.title), in_language(row.title_lang)
        if row.href:
            title = f'<a href="{escaped(row.href)}" rel="noreferrer">{title}</a>'
        cite = f'<cite class="source-title"{foreign}>{title}</cite>{escaped(row.published)}'
        return [cite, f"{' '.join(self._place(row, foreign))}</li>"]

    def _place(self, row: NoteRow, foreign: str) -> Iterator[str]:
        """Where in the source, its words, and what is to be said of it."""
        if row.section:
            label, section = self._("Section:"), self._with(N_("“{text}”"), text=row.section)
            yield f"{label} <span{foreign}>{section}</span>."
        if row.page:
            yield self._with(N_("Page {page}."), page=row.page)
        if row.quote:
            yield f"<q{in_language(row.quote_lang)}>{escaped(row.quote)}</q>"
        if row.excerpt:
            flag = self._("Not read in full.")
            yield f'<span class="flag">{flag}</span>'
        if row.repeats:
            yield self._with(N_("Repeats another source: {title}."), title=row.repeats)


_DISPUTED = ' class="disputed"'


def _class(value: SaidView) -> str:
    return "fact" if value.backing else "value"


def _classes(event: EventView) -> str:
    return f"{' fact' if event.backing else ''}{' disputed' if event.disputed else ''}"


def _whole(part: Callable[..., str]) -> Callable[..., str]:
    """The same as HTML that no template escapes again."""

    def printed(shown: object) -> str:
        return safe(part(shown))

    return printed
