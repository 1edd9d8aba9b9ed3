"""Charges as people write them, in Russian, English, German and French, made legal references.

One charge has many spellings ("ч. 2 ст. 205.2 УК РФ", "Article 205.2, Part 2"). A part or point
stands before its article ("Part 2 of Article ...") or behind it; what is joined by "of" or by
nothing belongs forward, what follows an article that has no part yet belongs back.

Invariants:

- Article 30 and 33 are not charges of their own: they say how far the charge that follows went
  (preparation, attempt) and who the person is in it. They stand alone only if nothing follows.
- A code that names no offences (criminal procedure) yields no charge.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from khronika.values.charge_token import CODES, WORDS, Kind, Token, read_tokens
from khronika.values.legal_reference import LegalReference

PREPARATION = "preparation"
ATTEMPT = "attempt"
STAGES = {"1": PREPARATION, "3": ATTEMPT}
ROLES = {"3": "organiser", "4": "instigator", "5": "accessory"}
CRIMINAL_CODE = "RU-UK"
ADMINISTRATIVE_CODE = "RU-KoAP"
REACH = 120  # characters from article 30 to the article it qualifies; the longest met was 70
NAME_REACH = 60  # characters from "Criminal Code of ..." to an article named after it

FORWARD = re.compile(r"\s*(?:of|of the|des|der|vom|von|de|du|de l['’]|к)?\s*", re.IGNORECASE)
LIST = re.compile(r"\s*(?:,|and|и|und|et)\s*", re.IGNORECASE)
BACK = re.compile(r"[\s,.(]*")
CODE_FOLLOWS = re.compile(rf"[\s,(]*(?:{FORWARD.pattern})", re.IGNORECASE)
ENUMERATED = re.compile(r"[\s,;()]*(?:and|и|und|et)?\s*", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?]\s+[A-ZА-ЯЁ]")


@dataclass(frozen=True, slots=True)
class Charge:
    """One offence somebody is accused of, how far it went, and the person's part in it.

    `stage` is empty (completed), `preparation` or `attempt`; `role` is empty (did it),
    `organiser`, `instigator` or `accessory`.
    """

    reference: LegalReference
    stage: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class FoundCharge:
    """A charge and where in the text it stands."""

    charge: Charge
    start: int
    end: int


@dataclass(slots=True)
class _Article:
    """An article being put together while the tokens are read."""

    article: str
    start: int
    end: int
    code: str = ""
    parts: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)


@lru_cache(maxsize=4_096)
def read_charges(text: str) -> tuple[Charge, ...]:
    """The charges a text names, each once, in its order; none if it names none."""
    return tuple(dict.fromkeys(found.charge for found in find_charges(text)))


def find_charges(text: str) -> tuple[FoundCharge, ...]:
    """Every charge a text names, with its place in the text."""
    tokens = read_tokens(text)
    articles = _articles(text, tokens)
    _name_codes(text, articles, [token for token in tokens if token.kind is Kind.CODE])
    named = [article for article in articles if CODES[article.code].get("charges", True)]
    return tuple(_charges(named))


def _articles(text: str, tokens: Sequence[Token]) -> list[_Article]:
    found: list[_Article] = []
    waiting: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        phrase = [*_near(text, waiting, token), token]
        waiting = []
        if _names_article(text, token, following):
            found.extend(_begin(phrase))
        elif token.kind in (Kind.CODE, Kind.NUMBER):
            continue
        elif _belongs_back(text, phrase, following=following, last=found[-1:]):
            _attach(found[-1], phrase)
        else:
            waiting = phrase
    return found


def _near(text: str, waiting: Sequence[Token], token: Token) -> list[Token]:
    """The parts and points before this token, if they are of one phrase with it."""
    if not waiting:
        return []
    gap = text[waiting[-1].end : token.start]
    is_list = token.kind is waiting[-1].kind and LIST.fullmatch(gap)
    return list(waiting) if is_list or FORWARD.fullmatch(gap) else []


def _names_article(text: str, token: Token, following: Token | None) -> bool:
    """A number without the word "article" is one only if a part or a code follows at once."""
    if token.kind is not Kind.NUMBER:
        return token.kind is Kind.ARTICLE
    if following is None:
        return False
    gap = text[token.end : following.start]
    if following.kind is Kind.CODE:
        return FORWARD.fullmatch(gap) is not None
    looks_like_one = len(token.values[0]) > 2  # "9 ч. 15" is a time of day
    is_part = following.kind in (Kind.PART, Kind.POINT, Kind.BRACKET)
    return looks_like_one and is_part and BACK.fullmatch(gap) is not None


def _begin(phrase: Sequence[Token]) -> list[_Article]:
    """The articles one token names; parts and points said before it are the first one's."""
    *before, token = phrase
    articles = [_Article(number, token.start, token.end) for number in token.values]
    articles[0].start = phrase[0].start
    _attach(articles[0], before)
    return articles


def _belongs_back(
    text: str, phrase: Sequence[Token], *, following: Token | None, last: Sequence[_Article]
) -> bool:
    if not last or not BACK.fullmatch(text[last[0].end : phrase[0].start]):
        return False
    taken = last[0].points if phrase[-1].kind is Kind.POINT else last[0].parts
    return not taken and not _belongs_forward(text, phrase[-1], following)


def _belongs_forward(text: str, token: Token, following: Token | None) -> bool:
    if following is None or following.kind not in (Kind.ARTICLE, Kind.PART):
        return False
    is_joined = FORWARD.fullmatch(text[token.end : following.start])
    return is_joined is not None and token.kind is not following.kind


def _attach(article: _Article, phrase: Sequence[Token]) -> None:
    for token in phrase:
        article.end = max(article.end, token.end)
        if token.kind is Kind.POINT:
            article.points.extend(token.values)
        elif token.kind is Kind.PART:
            article.parts.extend(token.values)
        else:
            article.parts.append(token.values[0])
            article.points.extend(token.values[1:])


def _name_codes(text: str, articles: Sequence[_Article], codes: Sequence[Token]) -> None:
    """Give each article its code: the one behind it, by its shape, of its list, or before it."""
    free = list(codes)
    following: _Article | None = None
    for article in reversed(articles):
        behind = next((code for code in codes if code.start >= article.end), None)
        if behind and CODE_FOLLOWS.fullmatch(text[article.end : behind.start]):
            article.code = behind.values[0]
            free = [code for code in free if code is not behind]
        elif _is_administrative(article.article):
            article.code = ADMINISTRATIVE_CODE
        elif following and ENUMERATED.fullmatch(text[article.end : following.start]):
            article.code = following.code
        following = article
    for article in articles:
        article.code = article.code or _code_before(text, article, free)


def _is_administrative(article: str) -> bool:
    chapter, dot, _ = article.partition(".")
    return bool(dot) and int(chapter) <= WORDS["administrative_chapters"]


def _code_before(text: str, article: _Article, codes: Sequence[Token]) -> str:
    for code in reversed(codes):
        gap = text[code.end : article.start]
        if code.end <= article.start and len(gap) <= NAME_REACH and not SENTENCE_END.search(gap):
            return code.values[0]
    return CRIMINAL_CODE


def _charges(articles: Sequence[_Article]) -> Iterator[FoundCharge]:
    waiting: list[_Article] = []
    for article in articles:
        if waiting and article.start - waiting[-1].end > REACH:
            yield from _alone(waiting)
            waiting = []
        if _qualifies(article):
            waiting.append(article)
            continue
        yield from _qualified(article, waiting)
        waiting = []
    yield from _alone(waiting)


def _qualifies(article: _Article) -> bool:
    """Whether this says how far the next article went, or who the person is in it."""
    meanings = {"30": STAGES, "33": ROLES}.get(article.article, {})
    return bool(CODES[article.code].get("criminal")) and bool(set(meanings) & set(article.parts))


def _alone(articles: Sequence[_Article]) -> Iterator[FoundCharge]:
    for article in articles:
        yield from _qualified(article, [])


def _qualified(article: _Article, qualifiers: Sequence[_Article]) -> Iterator[FoundCharge]:
    stages = [STAGES.get(by.parts[0], "") for by in qualifiers if by.article == "30"]
    roles = [ROLES.get(by.parts[0], "") for by in qualifiers if by.article == "33"]
    start = qualifiers[0].start if qualifiers else article.start
    for part, point in product(article.parts or [""], article.points or [""]):
        reference = LegalReference(article.code, article.article, part, point)
        charge = Charge(reference, "".join(stages[-1:]), "".join(roles[-1:]))
        yield FoundCharge(charge, start, article.end)
