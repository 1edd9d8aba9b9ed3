"""What the tests of the desk share: an hour, a passphrase, a small record, what a page says."""

from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from builders import a_claim, a_decision, a_ledger, a_source, case, person
from khronika.ledger.ledger import Ledger
from khronika.schema.decision import Verb

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PASSPHRASE = "ferry lantern quiet maple"
BELOVA, VETROVA = person("belova-alena"), person("vetrova-vera")
SQUARE = case("square")
CANARY = "zqxcamera"  # told by the camera of `a_photo`


def a_record() -> Ledger:
    """Belova in the case of the square, whose term is disputed; Vetrova in no case."""
    claims = [
        a_claim("name", subject=BELOVA, text={"text": "Белова Алёна", "lang": "ru"}, lang="ru"),
        a_claim("custody", subject=BELOVA, case=SQUARE, kind_="pretrial", start="2026-10-01"),
        a_claim("ruling", subject=BELOVA, case=SQUARE, term="9y", section="p. 1"),
        a_claim("ruling", subject=BELOVA, case=SQUARE, term="6y", section="p. 2"),
        a_claim("hearing", subject=BELOVA, case=SQUARE, date="2026-11-30"),
        a_claim("name", subject=SQUARE, text={"text": "The square", "lang": "en"}),
        a_claim("name", subject=VETROVA, text={"text": "Vera Vetrova", "lang": "en"}),
        a_claim("arrest", subject=VETROVA, date="2026-11-01"),
    ]
    accepted = [a_decision(Verb.ACCEPT, *(one.id() for one in claims))]
    return a_ledger(claims, sources=[a_source()], decisions=accepted)


def a_photo(form: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x010E] = CANARY
    out = BytesIO()
    Image.effect_noise((80, 100), 90).convert("RGB").save(out, form, exif=exif)
    return out.getvalue()
