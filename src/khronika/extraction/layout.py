"""A plain text cut into headings, captions, paragraphs and sentences, with every place kept.

Books made into text have captions and page furniture in the middle of sentences. A paragraph is
therefore a row of pieces: its own text is whole again, and each place in it leads back.

Invariants:

- A `Passage` of a paragraph is given in places of the text that was read, never of our own.
- A newline counts as a space; no other character is changed, so places inside a piece only shift.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from khronika.intake.reading import Part, PartKind

Span = tuple[int, int]

BLANK_LINES = re.compile(r"\n[ \t\r\f\v]{0,80}\n\s{0,200}|\f\s{0,200}")
LINE_END = re.compile(r"[ \t\r]{0,40}\n[ \t]{0,80}")
SPACE = str.maketrans(dict.fromkeys("\n\r\t\v\f\u00a0\u2009\u202f\u2028", " "))
ENDS = (".", "!", ".'", ".’", "?", "…", ":", ";", '."', ".”", ".)", ".»", "?»", "!»", "»", ".“")
FOOTNOTE = re.compile(r"(?:[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,3}\]|\*\s)\s{0,8}\S")
FURNITURE = re.compile(r"[\s\d\-–—_.·|/]{1,12}")
BULLET = re.compile(
    r"(?:[-–—•*·▪■●○◦‣]|\d{1,3}[.)]|[^\w\s\"'«“„(\[<¹²³…/\\&%$#@+=~`^|{}]{1,6})\s{1,20}"
)
SENTENCE_END = re.compile(
    r"[.!?…]{1,6}[\"'”“»)\]]{0,4}(?=\s{1,8}[\"'«“„(\[—–-]{0,3}\s?[A-ZА-ЯЁÄÖÜÉÈÀÇІЎ0-9])"
)
ABBREVIATION = re.compile(
    r"(?:^|[\s(«\"„“])(?:[A-ZА-ЯЁÄÖÜ]|ст|ч|п|пп|г|гг|им|д|др|т|е|руб|тыс|млн|ул|обл|р|см|стр|рис|род"
    r"|No|no|Nr|St|Mr|Mrs|Ms|Dr|Prof|Art|art|Abs|bzw|usw|vgl|ca|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|pp|vol|Fig|al|etc|approx|incl|jr|Jr|M|Mme|Mlle|env|[a-zа-я]|\d{1,2}|\d{1,3}\.\d{1,2})$"
)
IN_QUOTES = re.compile(r"[\"“«„][^\"”»“]{1,58}\.$")
CLOSES = re.compile(r"[^\"”»“.]{1,40}[\"”»“]")
HARD_WRAP = 45  # characters; shorter lines were ended on purpose
SHORT_LINE = 25  # below it even a small letter begins a line of its own
HEADING_LENGTH = 110
TITLE_LENGTH = 70  # of a heading that is not in capitals
JOIN_OVER = 3  # blocks of furniture, captions or notes that may stand inside one sentence
LONGEST_SENTENCE = 1_500  # beyond it a sentence is a table or an attack, and is cut


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of words that belong together, in its own whole text."""

    kind: PartKind
    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    gap: int = 0

    def place(self, at: int) -> int:
        """Where in the text that was read this place of the paragraph stands."""
        piece = max(bisect_right(self.starts, at) - 1, 0)
        return self.places[piece] + at - self.starts[piece]

    def passage(self, start: int, end: int) -> Span:
        """The stretch of the text that was read behind these words."""
        return self.place(start), self.place(max(start, end - 1)) + 1 if end > start else start


@dataclass(slots=True)
class _Block:
    source: str
    start: int
    end: int
    kind: PartKind
    joined: list["_Block"] = field(default_factory=list)
    gap: int = 0

    @property
    def text(self) -> str:
        """Its words; cut out anew each time, so that a long book is not held twice."""
        return self.source[self.start : self.end]

    @property
    def is_open(self) -> bool:
        """Whether its last sentence goes on elsewhere."""
        last = self.joined[-1] if self.joined else self
        return self.end - self.start > HARD_WRAP and not last.text.rstrip().endswith(ENDS)


def paragraphs(text: str, parts: Sequence[Part] = ()) -> list[Paragraph]:
    """The paragraphs of a text in order; sentences broken by captions and pages are whole again."""
    blocks = _given(text, parts) if parts else list(_blocks(text))
    return [_paragraph(block) for block in _joined(blocks)]


def sentences(paragraph: Paragraph) -> Iterator[Span]:
    """The sentences of a paragraph, as places in it."""
    text, start = paragraph.text, 0
    for found in SENTENCE_END.finditer(text):
        end = found.end()
        if found[0].startswith(".") and ABBREVIATION.search(
            text, max(start, found.start() - 8), found.start()
        ):
            continue
        if IN_QUOTES.search(text, max(start, found.start() - 60), end) and CLOSES.match(text, end):
            continue
        yield from _cut(start, end)
        start = end
        while text[start : start + 1] == " ":
            start += 1
    if start < len(text):
        yield from _cut(start, len(text))


def _cut(start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_SENTENCE:
        yield start, start + LONGEST_SENTENCE
        start += LONGEST_SENTENCE
    yield start, end


def _given(text: str, parts: Sequence[Part]) -> list[_Block]:
    ordered = sorted(parts, key=lambda part: part.start)
    return [
        _Block(text, part.start, part.end, part.kind, gap=2)
        for part in ordered
        if text[part.start : part.end].strip() and part.kind is not PartKind.MARGIN
    ]


def _blocks(text: str) -> Iterator[_Block]:
    start, gap = 0, 0
    for blank in BLANK_LINES.finditer(text):
        yield from _lines(text, start, blank.start(), gap=gap)
        start, gap = blank.end(), text.count("\n", blank.start(), blank.end())
    yield from _lines(text, start, len(text), gap=gap)


def _lines(text: str, start: int, end: int, *, gap: int) -> Iterator[_Block]:
    """The blocks between two blank lines: hard-wrapped lines together, short ones apart."""
    begin = line = start
    for found in LINE_END.finditer(text, start, end):
        if not _wraps(text, line, found):
            yield from _block(text, begin, found.start(), gap=gap)
            begin, gap = found.end(), 1
        line = found.end()
    yield from _block(text, begin, end, gap=gap)


def _wraps(text: str, line: int, found: re.Match[str]) -> bool:
    """Whether the sentence goes on in the next line."""
    after = text[found.end() : found.end() + 4]
    if BULLET.match(after):
        return False
    if after[:1].islower():
        return found.start() - line >= SHORT_LINE
    return found.start() - line >= HARD_WRAP and text[found.start() - 1] not in ".!?:;"


def _block(text: str, start: int, end: int, *, gap: int) -> Iterator[_Block]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        words = text[start:end]
        yield _Block(text, start, end, _kind(words, gap), gap=gap)


def _kind(words: str, gap: int) -> PartKind:
    if FOOTNOTE.match(words):
        return PartKind.FOOTNOTE
    if len(words) > HEADING_LENGTH or words.endswith((".", ",", ";")) or BULLET.match(words):
        return PartKind.PARAGRAPH if gap < 4 else PartKind.CAPTION
    if words.isupper():
        return PartKind.HEADING
    if gap >= 4:
        return PartKind.CAPTION
    is_title = (
        len(words) <= TITLE_LENGTH
        and words[:1].isupper()
        and not words.endswith((":", "!", '"', "»", "”"))
    )
    return PartKind.HEADING if is_title else PartKind.PARAGRAPH


def _joined(blocks: list[_Block]) -> list[_Block]:
    kept: list[_Block] = []
    taken: set[int] = set()
    for index, block in enumerate(blocks):
        if index in taken:
            continue
        if block.kind is PartKind.PARAGRAPH:
            _take_rest(block, blocks, index=index, taken=taken)
        kept.append(block)
    return kept


def _take_rest(block: _Block, blocks: list[_Block], *, index: int, taken: set[int]) -> None:
    """Give an open sentence its continuation, over what the page put between."""
    at = index
    while block.is_open:
        rest = _continuation(blocks, at)
        if rest is None:
            return
        block.joined.append(blocks[rest])
        taken.add(rest)
        at = rest


def _continuation(blocks: list[_Block], at: int) -> int | None:
    between_are_notes = False
    for ahead in range(at + 1, min(at + 2 + JOIN_OVER, len(blocks))):
        block = blocks[ahead]
        if block.kind is PartKind.FOOTNOTE or FURNITURE.fullmatch(block.text):
            between_are_notes = True
            continue
        if block.text[:1].islower() or (between_are_notes and block.text.endswith(ENDS)):
            return ahead
        if block.kind is PartKind.PARAGRAPH and len(block.text) > 300:
            return None
    return None


def _paragraph(block: _Block) -> Paragraph:
    pieces = [block, *block.joined]
    starts: list[int] = []
    length = 0
    for piece in pieces:
        starts.append(length)
        length += piece.end - piece.start + 1
    words = " ".join(piece.text for piece in pieces).translate(SPACE)
    places = tuple(piece.start for piece in pieces)
    return Paragraph(block.kind, words, tuple(starts), places, block.gap)
