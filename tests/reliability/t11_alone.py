"""T11: `verify.py` with nothing but python3 says what the program says, of whole bundles and of forged ones."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

from assist.evidence.bundle.inspection import inspect_bundle
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.bundle_forgers import forge
from tests.support.bundle_office import Office

TITLE = "the bundle's own verify.py agrees with the program"
MODELS = (
    "`python3 -I -S` without installed packages and with an empty environment stands in for an empty container; "
    "`flac` is not on its path, so a silenced sound is left open there."
)
FULL, CHUNK, SMALL = 20, 5, 2


def run(count: int, report: Report) -> Result:
    """`count` calls, each exported masked and full, each bundle whole and forged."""
    chance = random.Random(report.first)
    failures: list[str] = []
    program = (Path(__file__).parents[2] / "assist/evidence/bundle/verify.py").resolve()
    for done in range(1, count + 1):
        folder = scratch("t11")
        office = Office(folder, records=40 + 2 * done, seed=report.first + done)
        for bundle in (office.export(folder / "out"), office.export_full(folder / "out")):
            for forged in (False, True):
                copy = folder / "copy"
                shutil.copytree(bundle.folder, copy)
                what = forge(copy, chance) if forged else "untouched"
                command = [sys.executable, "-I", "-S", str(program), str(copy)]
                alone = subprocess.run(
                    [*command, "--fingerprint", bundle.fingerprint], env={}, capture_output=True, check=False
                ).returncode
                ours = (
                    all(f.ok is not False for f in inspect_bundle(copy, bundle.fingerprint))
                    if (copy / "bagit.txt").is_file()
                    else False
                )
                if (alone == 0) != ours or ours == forged:
                    failures.append(f"{what}: alone {alone}, program {ours}")
                remove(copy)
        remove(folder)
        report(done)
    return Result("T11", count, len(failures), "; ".join(["4 bundles of each call", *failures]))
