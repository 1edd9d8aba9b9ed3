"""What a publication does, in words and as JSON."""

from collections.abc import Iterator, Sequence

from khronika.casebook.publishing import Proposal, Published
from khronika.clearance.danger import DANGERS, Danger, Line
from khronika.clearance.publication import Publication
from khronika.dossier.names import case_name, person_name
from khronika.editions.registry import extra_of
from khronika.schema.label import kind_label
from khronika.schema.subject import SubjectId, slug_of
from khronika.values.json_value import Json
from khronika.values.wording import Wording

LISTED = 20  # lines of the rest; a first publication has thousands, and --json lists them all


def proposal_lines(proposal: Proposal, wording: Wording) -> Iterator[str]:
    """What becomes public that was not, under its danger, with the digest to agree to."""
    if not proposal.newly:
        yield wording.gettext("Nothing becomes public that was not.")
        return
    yield wording.gettext("This becomes public that was not, the most dangerous first:")
    for danger in Danger:
        lines = [line for line in proposal.newly if line.danger is danger]
        if lines:
            yield f"  {wording.gettext(DANGERS[danger])} ({wording.number(len(lines))})"
            yield from _about(lines, proposal.publication, wording)
    yield wording.gettext("Digest: {digest}").format(digest=proposal.digest)


def report_lines(published: Published, wording: Wording) -> Iterator[str]:
    """Where it stands, who is in it, how many files were touched."""
    written, publication = published.written, published.proposal.publication
    yield wording.gettext("{folder}, as of {day}. People: {people}. Cases: {cases}.").format(
        folder=published.out,
        day=wording.day(publication.as_of),
        people=len(publication.people),
        cases=len(publication.cases),
    )
    yield wording.gettext(
        "Files new: {new}, changed: {changed}, unchanged: {unchanged}, removed: {removed}."
    ).format(
        new=len(written.new),
        changed=len(written.changed),
        unchanged=written.stayed,
        removed=len(written.removed),
    )
    yield from _left_out(published.left_out, wording)


def published_json(published: Published) -> dict[str, Json]:
    """The same for machines, with the paths that were touched and every line."""
    written, imprint, proposal = published.written, published.imprint, published.proposal
    return {
        "out": str(published.out),
        "use": imprint.use,
        "as_of": imprint.as_of,
        "state": imprint.state,
        "languages": list(imprint.languages),
        "editions": list(imprint.editions),
        "left_out": {one: extra_of(one).name for one in published.left_out},
        "problems": [str(one) for one in published.problems],
        "people": len(proposal.publication.people),
        "cases": len(proposal.publication.cases),
        "new": list(written.new),
        "changed": list(written.changed),
        "unchanged": written.stayed,
        "removed": list(written.removed),
        "becomes_public": [
            {
                "danger": line.danger.name.lower().replace("_", "-"),
                "subject": line.subject,
                "kind": line.kind,
                "claim": line.claim,
            }
            for line in proposal.newly
        ],
        "digest": proposal.digest,
    }


def _left_out(editions: Sequence[str], wording: Wording) -> Iterator[str]:
    """Which editions were not made for want of an extra, and how to get it; a line for each."""
    for extra in sorted({extra_of(one).name for one in editions}):
        named = wording.join([one for one in editions if extra_of(one).name == extra])
        yield wording.gettext(
            "Left out: {editions}. That takes more than is installed: pip install {package}"
        ).format(editions=named, package=f"'khronika[{extra}]'")


def _about(lines: Sequence[Line], publication: Publication, wording: Wording) -> Iterator[str]:
    """Every dangerous line, and the first of the rest."""
    listed = [n for n, line in enumerate(lines) if n < LISTED or line.danger is not Danger.REST]
    for number in listed:
        line = lines[number]
        name = _name(line.subject, publication, wording.language)
        yield f"    {name}: {kind_label(line.kind, wording.language)} [{line.claim[:12]}]"
    if len(lines) > len(listed):
        more = wording.gettext("and {count} more").format(count=len(lines) - len(listed))
        yield f"    {more}"


def _name(subject: SubjectId, publication: Publication, language: str) -> str:
    claims = publication.claims
    if subject in publication.people:
        return person_name(publication.people[subject], claims, language)
    if subject in publication.cases:
        return case_name(publication.cases[subject], claims, language)
    return slug_of(subject)
