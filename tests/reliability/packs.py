"""`python -m tests.reliability.packs [--count N] [--shipped]`: N broken rule packs, each refused clearly or taken whole."""

from __future__ import annotations

import argparse
import time

from tests.support.bad_packs import GOOD_PACK, run_mutations


def main() -> int:
    """Break packs, print what became of them; an assertion names the seed of the first that broke the promise."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.packs", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first-seed", type=int, default=0)
    given = parser.parse_args()
    started = time.monotonic()
    refused, taken, slowest = run_mutations(given.count, given.first_seed, GOOD_PACK)
    seconds = time.monotonic() - started
    print(
        f"{given.count:,} broken packs in {seconds:.0f} s: {refused:,} refused, {taken:,} taken whole and usable."
    )
    print(f"The slowest took {slowest:.2f} s. None crashed, hung or lost a rule.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
