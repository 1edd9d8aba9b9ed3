"""The flags of `khronika term`, in the order in which a case goes."""

from collections.abc import Callable, Iterable
from functools import partial

import click

from khronika.cli import term_flags as flags
from khronika.cli.options import Command
from khronika.law.career import Custody, Measure, Obstacle, Regime

_option = click.option
_date = partial(click.option, type=flags.partial_date, metavar="DATE")
_flag = partial(click.option, is_flag=True)


def _count(name: str, most: int, *, help: str) -> Callable[[Command], Command]:  # noqa: A002
    return click.option(name, type=click.IntRange(0, most), default=0, metavar="N", help=help)


def _one_of(words: Iterable[str]) -> click.Choice[str]:
    return click.Choice([str(one) for one in words])


def _house_arrest(text: str) -> Custody:
    return flags.between(text, Measure.HOUSE_ARREST)


_FLAGS = (
    _option("--code", default="RU-UK", show_default=True, help="The code of law."),
    _option("--article", default="", metavar="NUMBER", help="The article, as in 205.2."),
    _option("--part", default="", metavar="NUMBER", help="Its part, as in 2 or 1.1."),
    _option("--point", default="", metavar="LETTER", help="Its point, in Latin letters."),
    _option(
        "--charge",
        "charges",
        type=flags.charge,
        multiple=True,
        metavar="PLACE",
        help="A further article of the conviction, as in “RU-UK 222.1/1”; repeatable.",
    ),
    _date("--arrested", help="The first day of detention; it lasts until something else is said."),
    _option(
        "--custody",
        type=flags.measure,
        multiple=True,
        metavar="KIND:FROM..TO",
        help=f"A measure, both days counted; repeatable. Kinds: {', '.join(Measure)}.",
    ),
    _option(
        "--house-arrest",
        type=_house_arrest,
        multiple=True,
        metavar="FROM..TO",
        help="The same as --custody house-arrest:FROM..TO.",
    ),
    _date("--verdict", help="The day of the first verdict."),
    _date("--in-force", help="The day it came into force, if it was not that of the appeal."),
    _option(
        "--regime",
        type=click.Choice([one.value for one in Regime]),
        help="Where the sentence is served.",
    ),
    _option(
        "--segment",
        "segments",
        type=flags.segment,
        multiple=True,
        metavar="REGIME:TERM",
        help="A part under a regime of its own, as in prison:30m; repeatable.",
    ),
    _count("--years", 100, help="Years of the term."),
    _count("--months", 1_200, help="Months of the term."),
    _count("--days", 36_500, help="Days of the term."),
    _flag("--life", help="A life sentence."),
    _flag("--suspended", help="The sentence is suspended."),
    _flag("--fine", help="A fine was set, alone or beside the term."),
    _option(
        "--appeal",
        type=flags.review,
        metavar="DATE[:TERM]",
        help="The appeal decision, and the new term if it set one, as in 2024-02-13:5y.",
    ),
    _option(
        "--cassation", type=flags.review, metavar="DATE[:TERM]", help="The same for the cassation."
    ),
    _date("--annulled", help="The day a court annulled the verdict."),
    _option(
        "--retrial",
        type=flags.review,
        metavar="DATE[:TERM]",
        help="The new verdict after that, with its term if it is another.",
    ),
    _date("--retrial-in-force", help="The day the new verdict came into force."),
    _date("--counted-from", help="The day the term is counted from, if the verdict names one."),
    _option(
        "--obstacle",
        "obstacles",
        type=_one_of(Obstacle),
        multiple=True,
        help="Why nothing should be predicted; repeatable.",
    ),
    _flag("--especially-dangerous", help="The court found especially dangerous recidivism."),
)


def flags_of(command: Command) -> Command:
    """Add every flag that describes a conviction."""
    for add in reversed(_FLAGS):
        command = add(command)
    return command
