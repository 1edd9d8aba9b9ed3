"""What people type as a date, understood and said back to them.

Invariants:

- Nothing is guessed: what can be read in two ways is refused with a question.
- Whatever is understood is repeated in words, so that a misreading is seen at once.
- The clock is handed in: "yesterday" and two-digit years depend on `today`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from khronika.errors import KhronikaError, Say
from khronika.values.date import InvalidDate, PartialDate
from khronika.values.date_part import DateParts, part_of, widened
from khronika.values.date_words import Sign, Word, plain_text, read_words
from khronika.values.sentences import SENTENCES

PART_SIGNS = (Sign.FIRST_HALF, Sign.SECOND_HALF, Sign.EARLY, Sign.MIDDLE, Sign.LATE)
WINTER = 24


@dataclass(frozen=True, slots=True)
class Understood:
    """A date that was read, and what to say back."""

    date: PartialDate
    say: Say


class NotUnderstood(KhronikaError):
    """A text could not be read as one date; `say` asks or shows how, in any language."""

    def __init__(self, say: Say) -> None:
        super().__init__(SENTENCES[say.code].format_map(dict(say.params)))
        self.say = say


def read_date(text: str, *, today: date) -> Understood:
    """The date a person typed in English, Russian, German or French."""
    words = read_words(plain_text(text))
    try:
        understood = _Reader(text, today).date(words)
    except InvalidDate as invalid:
        raise NotUnderstood(Say("values.impossible-date", {"text": text})) from invalid
    return Understood(understood, Say("values.understood-date", {"date": understood}))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one text; holds what every refusal and every two-digit year needs."""

    text: str
    today: date

    def date(self, words: Sequence[Word]) -> PartialDate:
        named = [word for word in words if word.sign is not Sign.ABOUT]
        if [word.sign for word in named] == [Sign.DAYS_AGO]:
            understood = PartialDate.of(self.today - timedelta(days=named[0].number))
        else:
            understood = self._one_or_between(named)
        return understood if len(named) == len(words) else widened(understood)

    def _one_or_between(self, words: Sequence[Word]) -> PartialDate:
        sides = self._sides(words)
        if len(sides) == 1:
            return self._whole(self._parts(sides[0]))
        left, right = (self._parts(side) for side in sides)
        if left.season == WINTER and right.is_number and self._is_next_year(left, right):
            return self._whole(left)  # "winter 2022/23" is one winter
        return self._between(left.filled_from(right), right)

    def _sides(self, words: Sequence[Word]) -> list[Sequence[Word]]:
        """The two ends of a span, or the one date there is."""
        signs = [word.sign for word in words]
        opening = signs[0] if signs else Sign.UNKNOWN
        joints = {
            Sign.BETWEEN: (Sign.AND, Sign.DASH),
            Sign.FROM: (Sign.UNTIL, Sign.DASH),
        }.get(opening, (Sign.UNTIL, Sign.DASH))
        places = [place for place, sign in enumerate(signs) if sign in joints]
        is_opened = opening in (Sign.BETWEEN, Sign.FROM)
        if len(places) == 1:
            return [words[int(is_opened) : places[0]], words[places[0] + 1 :]]
        if places or is_opened:
            raise self._refusal()
        return [words]

    def _parts(self, words: Sequence[Word]) -> DateParts:
        """One date out of its signs, in any of the usual orders."""
        part = words[0].sign if words and words[0].sign in PART_SIGNS else None
        if part:
            return replace(self._parts(words[1:]), part=part)
        if [word.sign for word in words] == [Sign.DATE]:
            return self._figures(words[0].text)
        numbers = [word for word in words if word.sign is Sign.NUMBER]
        named = [word for word in words if word.sign in (Sign.MONTH, Sign.SEASON)]
        if len(numbers) + len(named) != len(words) or len(named) > 1 or not words:
            raise self._refusal()
        if not named:
            return self._numbers(numbers)
        return self._around(named[0], numbers, is_first=words[0] is named[0])

    def _around(self, named: Word, numbers: Sequence[Word], *, is_first: bool) -> DateParts:
        """A month or season with the day and the year that stand around it."""
        if named.sign is Sign.SEASON:
            if len(numbers) > 1:
                raise self._refusal()
            return DateParts(season=named.number, year=sum(map(self._year, numbers)))
        days, years = self._days_and_years(numbers, is_first=is_first)
        return DateParts(
            day=sum(word.number for word in days),
            month=named.number,
            year=sum(map(self._year, years)),
        )

    def _days_and_years(
        self, numbers: Sequence[Word], *, is_first: bool
    ) -> tuple[Sequence[Word], Sequence[Word]]:
        years = [word for word in numbers if len(word.text) == 4]
        days = [word for word in numbers if len(word.text) <= 2]
        if not years and len(days) == 2 and not is_first:
            days, years = days[:1], days[1:]  # 30 August 22
        if len(days) > 1 or len(years) > 1 or len(days) + len(years) != len(numbers):
            raise self._refusal()
        return days, years

    def _numbers(self, numbers: Sequence[Word]) -> DateParts:
        """Numbers alone: a year, a day whose month follows, or day, month and year."""
        if len(numbers) == 1 and len(numbers[0].text) in (1, 2, 4):
            [number] = numbers
            is_year = len(number.text) == 4
            parts = DateParts(year=number.number) if is_year else DateParts(day=number.number)
            return replace(parts, is_number=True)
        if len(numbers) == 3 and len(numbers[0].text) <= 2:
            day, month, year = numbers
            return DateParts(day=day.number, month=month.number, year=self._year(year))
        raise self._refusal()

    def _figures(self, text: str) -> DateParts:
        separator = next(mark for mark in text if not mark.isdecimal())
        pieces = text.split(separator)
        numbers = [int(piece) for piece in pieces]
        if len(pieces[0]) == 4:
            return self._year_first(numbers)
        if len(pieces) == 2:
            return DateParts(month=numbers[0], year=numbers[1])
        if separator == "-" and len(pieces[2]) == 2:
            raise self._refusal()  # 22-08-30 may begin with the day or with the year
        first, second, year = *numbers[:2], self._year_number(pieces[2])
        if separator == "." or first == second or first > 12:
            return DateParts(day=first, month=second, year=year)
        if second > 12:
            return DateParts(day=second, month=first, year=year)
        raise self._question(first, second, year=year)

    @staticmethod
    def _year_first(numbers: Sequence[int]) -> DateParts:
        year, month, day = (*numbers, 0)[:3]
        if len(numbers) == 2 and month > 12:
            return DateParts(season=month, year=year)
        return DateParts(day=day, month=month, year=year)

    def _year(self, word: Word) -> int:
        return self._year_number(word.text)

    def _year_number(self, text: str) -> int:
        """A year of two digits is the latest one that is at most a year ahead."""
        if len(text) == 4:
            return int(text)
        if len(text) != 2:
            raise self._refusal()
        limit = self.today.year + 1
        return limit - (limit - int(text)) % 100

    def _is_next_year(self, left: DateParts, right: DateParts) -> bool:
        following = left.year + 1
        return right.year == following or (not right.year and right.day == following % 100)

    def _whole(self, parts: DateParts) -> PartialDate:
        if not parts.year:
            raise self._refusal("values.date-without-year")
        whole = PartialDate.parse(parts.edtf())
        part = part_of(whole, parts.part) if parts.part else whole
        if part is None:
            raise self._refusal()
        return part

    def _between(self, left: DateParts, right: DateParts) -> PartialDate:
        first, last = self._whole(left), self._whole(right)
        if last.last_day < first.first_day:
            raise self._refusal("values.reversed-span")
        if left.part or right.part:
            return PartialDate.parse(f"{first.first_day}/{last.last_day}")
        return PartialDate.parse(f"{first}/{last}")

    def _question(self, one: int, other: int, *, year: int) -> NotUnderstood:
        first = PartialDate.parse(DateParts(day=one, month=other, year=year).edtf())
        second = PartialDate.parse(DateParts(day=other, month=one, year=year).edtf())
        return NotUnderstood(
            Say("values.ambiguous-date", {"text": self.text, "first": first, "second": second})
        )

    def _refusal(self, code: str = "values.date-not-understood") -> NotUnderstood:
        return NotUnderstood(Say(code, {"text": self.text}))
