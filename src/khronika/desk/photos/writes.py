"""Takes photos in, and masks them.

Invariants:

- A photo waits for a second reader like every portrait; who masked one is no reader of it.
- What was there without masks is removed with the masking, unless another statement names it.
"""

from collections.abc import Collection
from dataclasses import replace

from khronika.casebook.pictures import PORTRAIT
from khronika.casebook.portraits import drop_picture, keep_picture, mask_picture
from khronika.casebook.yaml_form.nonces import random_nonce
from khronika.clearance.picture import Box
from khronika.desk.archive import ReadOnly
from khronika.desk.entries.writes import rejection
from khronika.desk.people.writes import keep_document, record, record_decisions
from khronika.desk.photos.forms import PhotoForm
from khronika.desk.photos.reads import file_of
from khronika.desk.visit import Visit
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Text, Value
from khronika.schema.visibility import Use, Visibility


def add(person: SubjectId, untrusted_data: bytes, form: PhotoForm, visit: Visit) -> ClaimId:
    """Keep the picture and state what is said of it; raises `NoPicture`."""
    if not visit.may_write:
        raise ReadOnly
    folder = visit.archive.casebook.settings.folder
    name = keep_picture(folder, untrusted_data, random_nonce)
    document = keep_document(form, visit)
    fields: dict[str, Value] = {
        "file": Text(name), "credit": Text(form.text("credit")),
        "licence": Text(form.text("licence")), "faces": Choice(form.text("faces")),
    }  # fmt: skip
    if form.date is not None:
        fields["taken"] = form.date
    claim = Claim(person, PORTRAIT, fields, document.passage)
    (made,) = record([claim], document.visibility, visit, ask=form.asks)
    return made


def mask(one: ClaimId, boxes: Collection[Box], visit: Visit, *, covers: bool) -> ClaimId:
    """Another picture with these parts painted over, in the place of this one."""
    if not visit.may_write:
        raise ReadOnly
    in_force, folder = visit.snapshot.in_force, visit.archive.casebook.settings.folder
    old = in_force.ledger.claims[one]
    name = mask_picture(folder, file_of(old), boxes, random_nonce)
    faces = "masked" if covers else "unknown"
    fields = {**old.fields, "file": Text(name), "faces": Choice(faces)}
    level = in_force.claim_level(one, Use.PUBLIC)
    kept = Visibility.TEAM if level is Visibility.SEALED else level
    (made,) = record([replace(old, fields=fields, nonce="")], kept, visit)
    reason = visit.wording.gettext("Masked; another picture takes its place.")
    record_decisions(rejection(one, visit, reason=reason), visit)
    _let_go(old, visit.again())
    return made


def _let_go(old: Claim, visit: Visit) -> None:
    in_force = visit.snapshot.in_force
    named = {
        file_of(claim)
        for one, claim in in_force.ledger.claims.items()
        if claim.kind == PORTRAIT and not in_force.about(Verb.REJECT, one)
    }
    if file_of(old) not in named:
        drop_picture(visit.archive.casebook.settings.folder, file_of(old))
