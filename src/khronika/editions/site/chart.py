"""A bar chart as SVG text, for people who see it, hear it, print it, or see no colours.

Invariants:

- Equal values give equal bytes: nothing is measured, and every length is in ems or in per cent of
  the width, so that words keep the size of the page on every screen.
- Nothing is told by colour alone: every bar carries its words and its number, and what could not
  be counted is hatched.
- Everything the picture shows stands in its description.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from khronika.editions.line import apart, labelled
from khronika.editions.reader import Reader

_ROW = 2.75  # ems: a line of words above a bar, and the space below it
_WORDS = 1.15
_BAR = (1.55, 0.75)  # where the bar begins below the row's top, and how high it is


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: `shown` is the number as the language writes it; uncounted ones are hatched."""

    label: str
    number: int
    shown: str
    counted: bool = True


def bar_chart(bars: Sequence[Bar], *, name: str, title: str, reader: Reader) -> str:
    """The chart; `name` begins the ids of its parts and must be the page's only one."""
    longest = max((bar.number for bar in bars), default=0)
    rows = "\n".join(
        _row(bar, name, place * _ROW, longest=longest) for place, bar in enumerate(bars)
    )
    said = apart((labelled(bar.label, bar.shown, reader) for bar in bars), reader)
    return (
        f'<svg class="chart" role="img" aria-labelledby="{name}-title {name}-said" '
        f'width="100%" height="{_em(len(bars) * _ROW)}">\n'
        f'<title id="{name}-title">{escape(title, quote=False)}</title>\n'
        f'<desc id="{name}-said">{escape(said, quote=False)}</desc>\n'
        f"{_hatching(name) if any(not bar.counted for bar in bars) else ''}{rows}\n</svg>"
    )


def _row(bar: Bar, name: str, top: float, *, longest: int) -> str:
    words = (
        f'<text class="chart-words" x="0" y="{_em(top + _WORDS)}">'
        f"{escape(bar.label, quote=False)} "
        f'<tspan class="chart-number" dx="0.4em">{escape(bar.shown, quote=False)}</tspan></text>'
    )
    if not bar.number:
        return words
    width = f"{100 * bar.number / longest:.2f}%"
    fill = "" if bar.counted else f' fill="url(#{name}-hatch)"'
    kind = "chart-bar" if bar.counted else "chart-uncounted"
    return (
        f'{words}\n<rect class="{kind}" x="0" y="{_em(top + _BAR[0])}" '
        f'width="{width}" height="{_em(_BAR[1])}"{fill}/>'
    )


def _hatching(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line class="chart-hatch" x1="0" y1="0" x2="0" y2="7"/>'
        "</pattern></defs>\n"
    )


def _em(length: float) -> str:
    return f"{length:.2f}em"
