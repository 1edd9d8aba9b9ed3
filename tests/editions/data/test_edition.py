"""The data edition's manifest describes its own files, whichever is rendered first."""

import hashlib
import json

from editions.markup import rendered
from editions.publications import a_publication
from khronika.editions.data.edition import DataEdition


def test_the_manifest_gives_hash_and_size_of_every_other_file() -> None:
    files = rendered(DataEdition(), a_publication())
    manifest = json.loads(files.pop("data/manifest.json"))
    assert manifest["files"] == {
        path.removeprefix("data/"): {
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
        }
        for path, data in files.items()
    }


def test_the_manifest_can_be_rendered_alone() -> None:
    files = list(DataEdition().files(a_publication()))
    alone = files[-1].render()
    assert alone == rendered(DataEdition(), a_publication())["data/manifest.json"]


def test_the_manifest_tells_day_state_licence_and_rule() -> None:
    files = rendered(DataEdition(), a_publication())
    manifest = json.loads(files["data/manifest.json"])
    assert manifest["as_of"] == "2026-11-22"
    assert manifest["state"] == a_publication().state
    assert manifest["licence"] == "CC BY-SA 4.0"
    assert set(manifest["counts"]["rule"]) == {"en", "ru", "de", "fr"}
