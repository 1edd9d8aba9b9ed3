"""What was reckoned of a term, as JSON."""

from collections.abc import Sequence

from khronika.dossier.term_ahead import Reckoned
from khronika.errors import Say
from khronika.law.computed import Computed, Days, Step
from khronika.law.parole import Eligibility, eligibility
from khronika.values.json_value import Json
from khronika.values.wording import Wording


def term_json(
    computed: Computed, relief: Sequence[Eligibility], wording: Wording
) -> dict[str, Json]:
    """Everything that was reckoned; `for_editors_alone` is never to be published."""
    return {
        "last_day": _days(computed.last_day),
        "release_day": _days(computed.release_day),
        "not_predicted": _said(computed.not_predicted, wording),
        "verified": computed.verified,
        "over_by": {"from": computed.over_by[0], "to": computed.over_by[1]}
        if computed.over_by
        else None,
        "steps": [_step(one, wording) for one in computed.steps],
        "assumptions": [_said(one, wording) for one in computed.assumptions],
        "for_editors_alone": [
            {
                "what": one.relief.value,
                "earliest": _days(one.earliest),
                "never": _said(one.never, wording),
                "steps": [_step(row, wording) for row in one.steps],
            }
            for one in relief
        ],
    }


def reckoned_json(one: Reckoned, wording: Wording) -> dict[str, Json]:
    """One term of a person: reckoned, not reported, with the reports beside it."""
    answer = term_json(one.computed, eligibility(one.career), wording)
    assumed = [_said(say, wording) for say in (*one.computed.assumptions, *one.assumed)]
    return {
        "case": one.case,
        **answer,
        "assumptions": assumed,
        "reported": [str(day) for day in one.reported],
        "meets": one.meets,
    }


def _days(days: Days | None) -> Json:
    return {"from": days.first.isoformat(), "to": days.last.isoformat()} if days else None


def _said(say: Say | None, wording: Wording) -> Json:
    return {"code": say.code, "says": wording.say(say)} if say else None


def _step(one: Step, wording: Wording) -> dict[str, Json]:
    since, until = one.rule.valid_from, one.rule.valid_to
    return {
        "rule": one.rule.id,
        "place": str(one.rule.place),
        "version": {
            "from": since.isoformat() if since.year > 1 else None,
            "to": until.isoformat() if until.year < 9999 else None,
        },
        "source": one.rule.source,
        "verified": one.rule.verified,
        "says": wording.say(one.say),
    }
