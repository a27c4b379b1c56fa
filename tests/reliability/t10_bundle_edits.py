"""T10: bundles are edited, cut, added to, rearranged and signed anew; every forgery must be found."""

from __future__ import annotations

import random

from assist.evidence.bundle.inspection import inspect_bundle
from assist.evidence.bundle.sshsig import fingerprint
from assist.evidence.bundle.verify import check_bundle
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.bundle_tampering import make_bundle, tampered
from tests.support.evidence_stores import open_store

TITLE = "every forged bundle is found out"
MODELS = (
    "one forgery each, on a masked or a full bundle of a small call: bits, cuts, deletions, additions, swaps, edits with "
    "the lists made anew, edits signed with the device's own key, everything signed with another key. The bundle's own "
    "check and the program's must both find it; the receiver knows the device's fingerprint."
)
FULL, CHUNK, SMALL = 2000, 200, 40


def run(count: int, report: Report) -> list[Result]:
    """`count` forgeries, and the control: untouched bundles pass."""
    folder = scratch("t10")
    chance = random.Random(report.first)
    failures: list[str] = []
    try:
        store = open_store(folder / "store", kind="demo")
        bundles = [
            make_bundle(store, folder / "masked"),
            make_bundle(store, folder / "full", full=True, seed=7),
        ]
        expected = fingerprint(store.public_key)
        untouched = [
            str(finding)
            for bundle in bundles
            for finding in inspect_bundle(bundle, expected)
            if finding.ok is not True
        ]
        for trial in range(count):
            forged, what = tampered(chance.choice(bundles), folder, chance, store.signing_key)
            if all(finding.ok is not False for finding in check_bundle(forged, expected)):
                failures.append(what)
            elif (forged / "bagit.txt").is_file() and all(
                finding.ok is not False for finding in inspect_bundle(forged, expected)
            ):
                failures.append(f"{what} (by the program)")
            report(trial)
        store.close()
    finally:
        remove(folder)
    return [
        Result("T10", count, len(failures), "; ".join(failures[:5])),
        Result("T10 untouched", len(bundles), len(untouched), "; ".join(untouched)),
    ]
