"""The chapters of a document: whose case each tells, and who is listed in it.

A heading that names one person begins that person's chapter; a heading with a word for "case"
begins a chapter of several. Within it, entries that begin with a name ("Ivan Petrov. ...") list its
people. A heading that does neither only divides a chapter.

Invariants:

- Every paragraph belongs to exactly one section, in order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from khronika.extraction.cast import Cast, Person
from khronika.extraction.layout import Paragraph
from khronika.extraction.mention import Mention
from khronika.intake.reading import PartKind

if TYPE_CHECKING:
    from khronika.extraction.reading import Scene

CASE_WORD = re.compile(
    r"\b(?:case|cases|story|дело|дела|делу|история|fall|affaire|procès|prozess)\b"
)
OF_THE_CASE = re.compile(
    r"(?:\b(?:the|this|of|in) cases?|\w+ (?:дела|делу|деле))$|^\W*(?:the )?beginning of"
)
CONTENTS = re.compile(r"\d\s*$|/\s*$|\t")
AFTER_HEAD = re.compile(r"\s*(?:[.:—–]|\(|,? (?:\d{2},|–|—|- )|,\s*\d)")
BEFORE_HEAD = ' -–—•*·▪■●0123456789.)№"«'
SOFT_HEAD = re.compile(r", [a-zа-яё]")
LONGEST_ENTRY = 400  # characters of an entry that is known only by its neighbours
LEADS = 0.6  # the share of all names in a text from which one person is whom it is about


@dataclass(slots=True)
class Section:
    """A chapter: its paragraphs, its person or people, and whose entry each paragraph is."""

    scenes: list["Scene"] = field(default_factory=list)
    lead: Person | None = None
    members: Sequence[Person] = ()
    heads: Mapping[int, Person] = field(default_factory=dict)
    is_case: bool = False


def sections(scenes: Sequence["Scene"], cast: Cast) -> Iterator[Section]:
    """The chapters of a document in order."""
    current = Section()
    for scene in scenes:
        begins, lead = _begins(scene, cast)
        if begins and current.scenes:
            yield _peopled(current)
            current = Section()
        current.scenes.append(scene)
        if begins:
            current.lead, current.is_case = lead, True
    if current.scenes:
        yield _peopled(current)


def _begins(scene: "Scene", cast: Cast) -> tuple[bool, Person | None]:
    paragraph = scene.paragraph
    is_listed = paragraph.gap == 1  # a line of a table of contents, not a heading of its own
    if paragraph.kind is not PartKind.HEADING or is_listed or CONTENTS.search(paragraph.text):
        return False, None
    people = [cast.named(one) if not one.is_full else cast.known(one) for one in scene.named]
    met = list(dict.fromkeys(person for person in people if person))
    words = scene.paragraph.text.lower().strip()
    is_case = CASE_WORD.search(words) is not None and OF_THE_CASE.search(words) is None
    if is_case:
        return True, met[0] if len(met) == 1 else None
    return len(met) == 1 and _is_name_alone(scene), met[0] if met else None


def _is_name_alone(scene: "Scene") -> bool:
    longest = max((one.end - one.start for one in scene.named), default=0)
    return longest * 2 > len(scene.paragraph.text)


def _peopled(section: Section) -> Section:
    heads: dict[int, Person] = {}
    for scene in section.scenes:
        head = _head(scene)
        if head is not None and scene.paragraph.kind is PartKind.PARAGRAPH:
            heads[id(scene)] = head
    if len(heads) > 1:
        heads.update(_soft_heads(section))
    listed = tuple(dict.fromkeys(heads[id(one)] for one in section.scenes if id(one) in heads))
    section.heads = heads
    section.members = listed if len(listed) > 1 else _row(section)
    section.is_case = section.is_case or len(listed) > 1
    section.lead = section.lead or (_dominant(section) if len(listed) < 2 else None)
    return section


def _head(scene: "Scene") -> Person | None:
    """The person whose entry a paragraph is: its first words are a full name and a stop."""
    for mention, person in scene.people[:1]:
        if begins_entry(scene.paragraph, mention) and not person.is_aside:
            return person
    return None


def _soft_heads(section: Section) -> Iterator[tuple[int, Person]]:
    """Among entries also "Ivan Petrov, a student. ..." is one, which elsewhere is any sentence."""
    for scene in section.scenes:
        for mention, person in scene.people[:1]:
            words = scene.paragraph.text
            is_entry = mention.start == 0 and SOFT_HEAD.match(words, mention.end) is not None
            if is_entry and len(words) <= LONGEST_ENTRY and not person.is_aside:
                yield id(scene), person


def begins_entry(paragraph: Paragraph, mention: Mention) -> bool:
    """Whether these are the first words of a paragraph, with a stop behind them."""
    before = paragraph.text[: mention.start].strip(BEFORE_HEAD)
    return not before and AFTER_HEAD.match(paragraph.text, mention.end) is not None


def _row(section: Section) -> tuple[Person, ...]:
    """The first people named in one breath, else all who are named in full."""
    everybody: list[Person] = []
    for scene in section.scenes:
        row: list[Person] = []
        end = None
        for mention, person in scene.people:
            gap = scene.paragraph.text[end : mention.start] if end is not None else ""
            if end is not None and re.fullmatch(r",? (?:and |и |und |et )?", gap):
                row.append(person)
            else:
                row = [person]
            end = mention.end
            if len(row) > 2:
                return _whole_row(scene, row)
        everybody.extend(person for _, person in scene.people if not person.is_aside)
    return tuple(dict.fromkeys(everybody)) if len(set(everybody)) <= 4 else ()


def _whole_row(scene: "Scene", row: list[Person]) -> tuple[Person, ...]:
    people = [person for _, person in scene.people]
    start = people.index(row[0])
    whole = list(people[start : start + len(row)])
    pairs = scene.people
    for (before, _), (after, person) in pairwise(pairs):
        gap = scene.paragraph.text[before.end : after.start]
        if (
            person not in whole
            and pairs.index((after, person)) > start
            and re.fullmatch(r",? (?:and |и |und |et )?", gap)
        ):
            whole.append(person)
    return tuple(dict.fromkeys(whole))


def _dominant(section: Section) -> Person | None:
    """Whom a text is about, if one person is named in it far more than all others."""
    named = (person for scene in section.scenes for _, person in scene.people)
    counts = Counter(person for person in named if not person.is_aside)
    if not counts:
        return None
    person, most = counts.most_common(1)[0]
    return person if most > 1 and most >= LEADS * sum(counts.values()) else None
