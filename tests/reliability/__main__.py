"""`python -m tests.reliability [--full] [--only T3] [--resume FILE] [--minutes N] --out docs/reliability-report.md`"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.reliability.harness import Progress, experiments, run, write_report


def main() -> int:
    """Run, write the report, say with the exit code whether anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument(
        "--full", action="store_true", help="the counts of the test plan; hours on a slow disk"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="TNN", help="one test; may be repeated"
    )
    parser.add_argument(
        "--resume", type=Path, metavar="FILE", help="keep the progress here and go on from it"
    )
    parser.add_argument(
        "--minutes", type=float, default=1e9, help="stop after this time; go on later with --resume"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the report here")
    given = parser.parse_args()
    unknown = set(given.only) - set(experiments())
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(experiments())}")
    progress = Progress(given.resume)
    run(given.only, full=given.full, progress=progress, budget_s=given.minutes * 60)
    if given.out:
        write_report(given.out, progress, full=given.full)
    failed = [result for result in progress.results.values() if result["failures"]]
    for result in failed:
        print(f"FAILED {result['test']}: {result['failures']} of {result['count']}. {result['notes']}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
