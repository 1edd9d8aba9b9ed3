"""The answer of `khronika charge`: lines for people, a tree for machines."""

from collections.abc import Iterator, Sequence
from datetime import date

from khronika.errors import Say
from khronika.law.charge_range import Charge, Range, together
from khronika.law.credit import listing
from khronika.law.window import windows_after
from khronika.values.json_value import Json
from khronika.values.wording import Wording


def charge_json(told: Sequence[Charge], ranges: Sequence[Range], wording: Wording) -> Json:
    """What was found of each charge and of all together."""
    return {
        "charges": [
            {"article": str(one.reference), **_range(found, wording), "windows": _windows(one)}
            for one, found in zip(told, ranges, strict=True)
        ],
        "together": _range(together(ranges, told), wording),
        "custody": listing([one.reference for one in told], especially_dangerous=False),
    }


def _range(found: Range, wording: Wording) -> dict[str, Json]:
    return {
        "recorded": found.recorded,
        "least": str(found.least) if found.least else None,
        "most": str(found.most) if found.most else None,
        "life": found.life,
        "gravity": found.gravity.value if found.gravity else None,
        "unpunished": found.unpunished,
        "fine": [str(one) for one in found.fine] if found.fine else None,
        "verified": all(one.rule.verified for one in found.steps),
        "steps": [wording.say(one.say) for one in found.steps],
    }


def _windows(one: Charge) -> list[Json]:
    day = _day(one)
    return [
        {
            "opens": str(window.opens),
            "findings": window.findings,
            "until": window.until(day).isoformat() if day else None,
            "verified": window.verified,
        }
        for window in windows_after(one.reference)
    ]


def charge_page(told: Sequence[Charge], ranges: Sequence[Range], wording: Wording) -> Iterator[str]:
    """The same in lines."""
    for one, found in zip(told, ranges, strict=True):
        yield f"{wording.legal(one.reference)}: {wording.say(_said(found))}"
        yield from (f"  {wording.say(step.say)}" for step in found.steps)
        day = _day(one)
        for window in windows_after(one.reference):
            params = {
                "opens": window.opens,
                "date": window.until(day) if day else Say("law.a-year"),
            }
            code = "law.window" if window.findings == 1 else "law.window-of-several"
            yield f"  {wording.say(Say(code, params))}"
    if len(told) > 1:
        sums = together(ranges, told)
        yield wording.say(_said(sums))
        yield from (f"  {wording.say(step.say)}" for step in sums.steps)
    named = listing([one.reference for one in told], especially_dangerous=False)
    if any(found.most for found in ranges):
        yield wording.say(Say(f"law.custody-{named}"))


def _said(found: Range) -> Say:
    if not found.recorded:
        return Say("law.gravity-not-recorded")
    if found.unpunished:
        return Say("law.unpunished")
    if found.fine:
        return Say("law.fine", {"least": found.fine[0], "most": found.fine[1]})
    gravity = Say(f"law.gravity-{found.gravity}") if found.gravity else ""
    most = Say("law.or-life", {"most": found.most}) if found.life and found.most else found.most
    if most is None:
        return Say("law.no-imprisonment", {"gravity": gravity})
    least = found.least or Say("law.two-months")
    return Say("law.threat", {"least": least, "most": most, "gravity": gravity})


def _day(one: Charge) -> date | None:
    return one.on.first_day if one.on else None
