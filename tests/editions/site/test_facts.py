"""What facts look like in HTML, whichever page they stand on."""

from khronika.editions.event import EventView, FactView, SaidView
from khronika.editions.note import Backing, NoteRow
from khronika.editions.section import AboutRow
from khronika.editions.site.facts import Facts, escaped
from khronika.editions.template import translating
from khronika.values.wording import Wording


def facts(asked: list[str] | None = None) -> Facts:
    def translate(text: str, /, **params: str) -> str:
        if asked is not None:
            asked.append(text)
        return text.format_map(params)

    return Facts(translate)


def a_value(text: str = "9 years", *, lang: str = "", href: str = "", notes: int = 0) -> SaidView:
    backing = (Backing("", (notes,)),) if notes else ()
    return SaidView(text, lang, href, "", backing)


def an_event(*values: SaidView, **more: object) -> EventView:
    told: dict[str, object] = {"when": None, "quoted": None, "may_be": False, "disputed": False}
    shown = FactView("Term", values, disputed=len(values) > 1, aside=())
    told |= {
        "kind": "ruling",
        "title": "Court & co",
        "facts": (shown,),
        "backing": (),
        "denied": (),
    }
    return EventView(**(told | more))  # type: ignore[arg-type]


def test_a_value_is_escaped_and_an_apostrophe_stays_readable() -> None:
    assert escaped('<b> & "it\'s"') == "&lt;b&gt; &amp; &quot;it's&quot;"
    assert "<b>" not in facts().said(a_value("<b>", href='x"><b>'))


def test_a_value_in_another_language_says_so() -> None:
    assert '<span lang="ru">дело</span>' in facts().said(a_value("дело", lang="ru"))


def test_every_value_carries_its_own_notes() -> None:
    html = facts().field(
        FactView("Term", (a_value(notes=1), a_value("6 years", notes=2)), True, ())
    )
    assert html.index("#note-1") < html.index("6 years") < html.index("#note-2")
    assert "sources disagree" in html


def test_an_undated_event_says_that_its_date_is_not_known() -> None:
    html = facts().timeline([an_event(a_value())])
    assert '<p class="when"><span class="undated">date not known</span></p>' in html
    assert "Court &amp; co" in html


def test_who_denies_stands_with_the_entry_everywhere() -> None:
    denied = [an_event(a_value(), denied=(Backing("", (3,)),))]
    assert "Denied" in facts().timeline(denied)
    assert "Denied" in facts().records(denied)


def test_a_closed_source_prints_what_the_editors_may_say_and_no_more() -> None:
    html = facts().notes([NoteRow(1, known="Known to the editors, May 2026", quote="secret")])
    assert "Known to the editors, May 2026" in html
    assert "secret" not in html


def test_no_line_is_left_empty() -> None:
    html = facts().records([an_event(), an_event(a_value())])
    assert all(line.strip() == line and line for line in html.rstrip("\n").split("\n"))


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []
    printing = facts(asked)
    printing.said(a_value(notes=1))
    printing.said(a_value(notes=2))
    assert asked.count("Source") == 1


def test_a_label_stands_before_its_value_as_the_language_has_it() -> None:
    html = Facts(translating(Wording.of("fr"))).about([AboutRow("Travail", (an_event(a_value()),))])
    assert "Term\u00a0: <span" in html
