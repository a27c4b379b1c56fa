"""The timestamp that dates a call, as it goes into the call's bundle. Reads the store's `anchors/`; any thread but
the GUI's, under the store's lock."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from assist.evidence.anchors.timestamps import FOLDER

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


def dating_files(store: EvidenceStore, last_entry: int, size: int) -> dict[str, bytes]:
    """Files of the first dated checkpoint that covers `last_entry`, by name below the bundle's `data/`.

    `<size>.note` and `<size>.tsr` for `openssl ts -verify`, and `<size>.consistency`: the hashes in base64, one a
    line, of RFC 9162's proof (2.1.4) from that checkpoint to the bundle's of `size` entries. Empty if none is dated.
    """
    for answer in sorted((store.folder / FOLDER).glob("*.tsr")):
        dated = int(answer.stem)
        if last_entry <= dated <= size:
            proof = store.ledger.tree.consistency_proof(dated, size)
            steps = "".join(base64.b64encode(step).decode() + "\n" for step in proof)
            name = f"anchors/{answer.stem}"
            return {
                f"{name}.note": answer.with_suffix(".note").read_bytes(),
                f"{name}.tsr": answer.read_bytes(),
                f"{name}.consistency": steps.encode(),
            }
    return {}
