"""A document read from beginning to end: its people first, then sentence by sentence its facts.

Invariants:

- The people are known before the first fact is read, so that a bare name on page one is not lost.
- A sentence in which no kind finds a word of its own is never taken apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from khronika.extraction.cast import Cast, Person
from khronika.extraction.compiling import LANGUAGES, grammar
from khronika.extraction.grammar import RulesByKind
from khronika.extraction.kinds.registry import READERS
from khronika.extraction.language import language_of
from khronika.extraction.layout import Paragraph, paragraphs, sentences
from khronika.extraction.linking import Found, Heard, links, said_by
from khronika.extraction.marking import Sentence, fold, mark
from khronika.extraction.mention import Mention, mentions
from khronika.extraction.naming import singular
from khronika.extraction.proposal import Context
from khronika.extraction.section import Section, begins_entry, sections
from khronika.extraction.sign import Hint
from khronika.extraction.stage import Stage
from khronika.extraction.story import Story
from khronika.intake.reading import PartKind
from khronika.schema.claim import Certainty, Speaker

OF_ONE_FAMILY = re.compile(
    r"(?:[Bb]rothers|[Ss]isters|[Ss]iblings|[Ss]pouses|[Бб]рат\w+|[Сс]ест?[её]?р\w*|[Сс]упруг\w+"
    r"|[Bb]rüder|[Ss]chwestern|[Ff]rères|[Ss]œurs) $"
)
POINTING = frozenset((Hint.PRONOUN, Hint.TOPIC, Hint.GROUP))
TITLE_WEIGHT = 3  # a name in a heading or at the head of an entry was chosen with care


@dataclass(frozen=True, slots=True)
class Said:
    """A found fact in its paragraph, and who says it how surely."""

    found: Found
    paragraph: Paragraph
    speaker: Speaker
    certainty: Certainty
    lang: str


@dataclass(slots=True)
class Scene:
    """A paragraph with the people it names and its language."""

    paragraph: Paragraph
    lang: str
    named: list[Mention] = field(default_factory=list)
    people: list[tuple[Mention, Person]] = field(default_factory=list)


def read(text: str, context: Context) -> tuple[Cast, list[Said], list[Scene]]:
    """The people of a text and all that is said of them, in the order of the text."""
    scenes = list(_scenes(text, context))
    # Whoever is known already is met by a name, and a short note often has none.
    cast = Cast(context.people if any(scene.named for scene in scenes) else ())
    for scene in scenes:
        _meet(scene, cast)
    found: list[Said] = []
    story = Story(context.date, ourselves=_ourselves(text))
    for section in sections(scenes, cast):
        found.extend(_read_section(section, cast, story=story))
    return cast, found, scenes


def _ourselves(text: str) -> str:
    """Who speaks in a document as "we", where it says so itself."""
    for lang in LANGUAGES:
        pattern = grammar(lang).lists.get("bodies", {}).get("ourselves")
        found = pattern.search(text) if pattern else None
        if found:
            return found["name"]
    return ""


def _scenes(text: str, context: Context) -> Iterator[Scene]:
    lang = context.lang or "en"
    for paragraph in paragraphs(text, context.parts):
        lang = context.lang or language_of(paragraph.text, lang)
        words = paragraph.text
        if words.isupper():
            words = words.title()
        named = [one for one in mentions(words) if not _names_organisation(words, one, lang)]
        yield Scene(paragraph, lang, named)


def _names_organisation(words: str, mention: Mention, lang: str) -> bool:
    """Whether words like "the movement" say that what follows is no person, however it sounds."""
    before = grammar(lang).lists.get("organisation", {}).get("before")
    start = mention.start
    return before is not None and before.search(words, max(0, start - 30), start) is not None


def _meet(scene: Scene, cast: Cast) -> None:
    for at, mention in enumerate(scene.named):
        following = scene.named[at + 1] if at + 1 < len(scene.named) else None
        if following and _shares_family(scene.paragraph.text, mention, following):
            family = singular(following.family)
            scene.named[at + 1] = replace(following, family=family)
            mention = scene.named[at] = replace(mention, family=family)  # noqa: PLW2901
        if mention.is_full:
            person = cast.meet(mention)
            _place(person, scene, mention)
            scene.people.append((mention, person))
            if scene.paragraph.kind is PartKind.HEADING or begins_entry(scene.paragraph, mention):
                person.titles[mention.full] += TITLE_WEIGHT


def _place(person: Person, scene: Scene, mention: Mention) -> None:
    """Count whether the words before a name bring in a relative, a lawyer or an official."""
    before = scene.paragraph.text[max(0, mention.start - 40) : mention.start].lower()
    if grammar(scene.lang).beside.search(before):
        person.beside += 1
    else:
        person.plain += 1


def _shares_family(text: str, one: Mention, other: Mention) -> bool:
    """Whether two people stand under one family name: "Ivan and Pyotr Sidorov"."""
    is_alone = one.given and not one.family and not one.given.endswith(".") and other.is_full
    is_row = text[one.end : other.start] in (" and ", " и ", " und ", " et ")
    is_said = OF_ONE_FAMILY.search(text, 0, one.start) is not None
    return bool(is_alone) and is_row and (is_said or singular(other.family) != other.family)


def _read_section(section: Section, cast: Cast, *, story: Story) -> Iterator[Said]:
    stage = Stage()
    story.begins()
    stage.enter_section(section.lead, section.members, is_case=section.is_case)
    for scene in section.scenes:
        scene.people = resolved(scene, cast, stage)
        stage.enter_paragraph(section.heads.get(id(scene)))
        if scene.paragraph.kind is PartKind.FOOTNOTE:
            continue
        yield from _read_scene(scene, stage=stage, story=story)


def resolved(scene: Scene, cast: Cast, stage: Stage) -> list[tuple[Mention, Person]]:
    """Every mention of a paragraph that means somebody of the cast."""
    known = {mention.start: person for mention, person in scene.people}
    near = [person for person in (stage.head, stage.lead, *stage.members, *stage.recent) if person]
    people: list[tuple[Mention, Person]] = []
    for mention in scene.named:
        person = known.get(mention.start)
        if person is None and not mention.is_full:
            person = cast.named(mention, [*(one for _, one in people), *near])
        if person is not None:
            people.append((mention, person))
    return people


def _read_scene(scene: Scene, *, stage: Stage, story: Story) -> Iterator[Said]:
    spoken = grammar(scene.lang)
    story.turns()
    for start, end in sentences(scene.paragraph):
        words = scene.paragraph.text[start:end]
        named = [pair for pair in scene.people if start <= pair[0].start < end]
        low = fold(words)
        hints = spoken.kinds_of(low)
        rules = spoken.rules_for(hints)
        if rules and (named or not stage.is_empty):
            text = scene.paragraph.text
            sentence = Sentence(text, start, end, low, hints)
            marked = mark(sentence, named=named, grammar=spoken, stage=stage)
            heard = Heard(marked, spoken, stage, story, scene.lang)
            yield from _said(heard, rules, paragraph=scene.paragraph)
            story.hears(words, marked.people())
        else:
            stage.names([person for _, person in named if not person.is_aside][:1])
            if hints & POINTING:
                story.goes_on()
            story.hears(words, [person for _, person in named])
        stage.ends_sentence([person for _, person in named if not person.is_aside])


def _said(heard: Heard, rules: RulesByKind, *, paragraph: Paragraph) -> Iterator[Said]:
    found: list[Found] = []
    for kind, some in rules:
        for linked in links(heard, some):
            found.extend(READERS[kind](linked))
    if found:
        charges = [one.fields for one in found if one.kind == "charge"]
        heard.stage.charges = charges or heard.stage.charges
        speaker, certainty = said_by(heard)
        for one in found:
            sure = Certainty.STATED if one.speaker else certainty
            yield Said(one, paragraph, one.speaker or speaker, sure, heard.lang)
