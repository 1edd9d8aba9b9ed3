"""`khronika charge`: what an accusation threatens, and what follows from it."""

import click

from khronika.cli import options
from khronika.cli.charge_page import charge_json, charge_page
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.cli.term_flags import charge, partial_date
from khronika.law.charge_range import Charge, Leniency, Role, Stage, charge_range
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference


@click.command("charge")
@click.argument("places", nargs=-1, required=True, type=charge, metavar="PLACE...")
@click.option("--stage", type=click.Choice([s.value for s in Stage]), default="complete",
              show_default=True, help="How far the act went.")  # fmt: skip
@click.option("--role", type=click.Choice([r.value for r in Role]), help="Whose act it was.")
@click.option("--on", type=partial_date, metavar="DATE",
              help="The day of the act; of an administrative finding, of its force.")  # fmt: skip
@click.option("--leniency", type=click.Choice([one.value for one in Leniency]), multiple=True,
              help="What lowers the maximum; repeatable.")  # fmt: skip
@options.as_json
@pass_session
def command(  # noqa: PLR0917 - click names them all
    session: Session,
    places: tuple[LegalReference, ...],
    stage: str,
    role: str | None,
    on: PartialDate | None,
    leniency: tuple[str, ...],
    as_json: bool,
) -> None:
    """Tell what the articles threaten: each PLACE as in “RU-UK 205.2/2”, several together.

    What was not looked up is said to be not recorded. For an administrative article: until when a
    second finding is a crime.
    """
    lenient = tuple(Leniency(one) for one in leniency)
    told = [Charge(p, Stage(stage), Role(role) if role else None, on, lenient) for p in places]
    ranges = [charge_range(one) for one in told]
    if as_json:
        print_json(charge_json(told, ranges, session.plain_wording))
    else:
        print_lines(charge_page(told, ranges, session.plain_wording))
