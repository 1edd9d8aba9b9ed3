"""Pages drafted once and said in every language, one after the other.

Invariants:

- Only the last draft is held, however many pages there are: an edition that yields the languages
  of a page together drafts each page once.
"""

from collections.abc import Callable, Mapping

from khronika.clearance.publication import Publication
from khronika.editions.reader import Reader
from khronika.editions.site.draft import Draft, SaidDifferently, Sheet, Words
from khronika.editions.site.page import Frame
from khronika.editions.site.template import Templates, render

Values = tuple[Frame, Mapping[str, object]]
MANY = 50_000  # marks; most come back on page after page, and names and titles of one page do not


class Drafts:
    """The drafts of a publication's pages."""

    def __init__(self, publication: Publication) -> None:
        self.readers = tuple(Reader(publication, one) for one in publication.languages)
        self._publication = publication
        self._begin()
        self._last: tuple[str, Sheet | None] = "", None

    def page(
        self, template: str, page: str, values: Callable[[Reader], Values], reader: Reader
    ) -> bytes:
        """The page, which is named below the language's folder, for one of the `readers`."""
        if self._last[0] != page:
            self._last = page, self._sheet(template, values)
        sheet = self._last[1]
        if sheet is None:
            around, shown = values(reader)
            return render(template, reader.language, page=around, **shown)
        return self._words_of(reader).page(sheet)

    def _sheet(self, template: str, values: Callable[[Reader], Values]) -> Sheet | None:
        """The draft; None where the languages differ in more than words."""
        if len(self._draft.keys) > MANY:
            self._begin()
        try:
            around, shown = values(self._draft)
            return self._draft.sheet(self._templates.page(template, around, **shown))
        except SaidDifferently:
            return None

    def _begin(self) -> None:
        """Begin with marks; those there were, and all that was printed with them, mean nothing."""
        self._draft = Draft(self._publication, self.readers)
        self._templates = Templates(self._translated)
        self._words: dict[str, Words] = {}

    def _words_of(self, reader: Reader) -> Words:
        if reader.language not in self._words:
            self._words[reader.language] = Words(self._draft, reader)
        return self._words[reader.language]

    def _translated(self, text: str, /, **params: str) -> str:
        return self._draft.said(_translated, text, tuple(params.items()))


def _translated(text: str, params: tuple[tuple[str, str], ...], reader: Reader) -> str:
    return reader.wording.gettext(text).format_map(dict(params))
