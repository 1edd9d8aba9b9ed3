from collections.abc import Callable

import pytest

from editions.publications import ALENA, SQUARE, a_publication
from khronika.editions.reader import Reader
from khronika.editions.site.draft import Draft, Mark, SaidDifferently, Words
from khronika.errors import Say
from khronika.values.date import PartialDate
from khronika.values.language import LANGUAGES

PUBLICATION = a_publication()
READERS = [Reader(PUBLICATION, language) for language in LANGUAGES]


def a_draft() -> Draft:
    return Draft(PUBLICATION, READERS)


def said(draft: Draft, html: str, reader: Reader) -> str:
    return Words(draft, reader).page(draft.sheet(html)).decode()


def test_every_language_puts_its_own_words_in_the_places_of_the_marks() -> None:
    draft = a_draft()
    when = draft.wording.date(PartialDate.parse("2022-08"))
    name = draft.name(ALENA)
    for reader in READERS:
        expected = f"<p>{reader.wording.date(PartialDate.parse('2022-08'))}: {reader.name(ALENA)}"
        assert said(draft, f"<p>{when}: {name}", reader) == expected


def test_words_about_other_words_are_said_whole() -> None:
    draft = a_draft()
    html = draft.said(lambda text, _: f"[{text}]", f"{draft.name(ALENA)} & co")
    assert said(draft, html, READERS[0]) == f"[{READERS[0].name(ALENA)} &amp; co]"


def test_words_are_escaped_as_templates_escape_them() -> None:
    draft = a_draft()
    html = draft.said(lambda _: "<a> & \"b\" 'c' /d")
    assert said(draft, html, READERS[0]) == "&lt;a&gt; &amp; &quot;b&quot; 'c' /d"


def test_a_language_attribute_goes_where_the_text_is_in_the_pages_own_language() -> None:
    draft = a_draft()
    html = f'<span lang="{draft.foreign("ru")}">Алёна</span>'
    assert said(draft, html, Reader(PUBLICATION, "ru")) == "<span>Алёна</span>"
    assert said(draft, html, Reader(PUBLICATION, "de")) == '<span lang="ru">Алёна</span>'
    assert draft.foreign("") == ""


def test_links_among_pages_are_those_of_every_language() -> None:
    page = "people/belova-alena.html"
    for reader in READERS:
        assert a_draft().href(page, SQUARE) == reader.href(reader.file(page), SQUARE)


LOOKED_INTO: list[Callable[[Draft, str], object]] = [
    lambda draft, _: draft.language,
    lambda draft, _: draft.wording.language,
    lambda _, mark: mark[:1].upper(),
    lambda _, mark: len(mark),
    lambda _, mark: mark.format(date="x"),
    lambda _, mark: sorted(["", mark]),
    lambda _, mark: mark.endswith("."),
]


@pytest.mark.parametrize("look", LOOKED_INTO)
def test_who_looks_into_words_that_are_open_gets_none(
    look: Callable[[Draft, str], object],
) -> None:
    draft = a_draft()
    with pytest.raises(SaidDifferently):
        look(draft, draft.name(ALENA))


def test_a_mark_counts_as_words() -> None:
    assert bool(Mark("x"))
    assert a_draft().wording.say(Say("status.arrest")) == a_draft().wording.say(
        Say("status.arrest")
    )


def test_an_element_goes_where_a_language_has_nothing_to_say() -> None:
    draft = a_draft()
    html = draft.perhaps(lambda reader: "a & b" if reader.language == "ru" else "")
    html = f'<p class="reason">{html}</p><p>c</p>'
    expected = '<p class="reason">a &amp; b</p><p>c</p>'
    assert said(draft, html, Reader(PUBLICATION, "ru")) == expected
    assert said(draft, html, Reader(PUBLICATION, "de")) == "<p>c</p>"


def test_texts_are_put_in_order_only_if_every_language_has_the_same() -> None:
    draft = a_draft()
    one = draft.said(lambda reader: "a" if reader.language == "ru" else "b")
    other = draft.said(lambda reader: "c" if reader.language == "ru" else "a")
    last = draft.said(lambda _: "z")
    assert draft.in_order([last, "", one]) == ["", one, last]
    with pytest.raises(SaidDifferently):
        draft.in_order([one, other])
