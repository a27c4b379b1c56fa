#!/usr/bin/env python3
"""Write the lock files anew from pyproject.toml: every version pinned, every file's hash, for all systems.

Needs `uv` on the PATH. What is locked already keeps its version unless pyproject.toml no longer allows it
or `--upgrade` is given.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"run.txt": "build", "test.txt": "test"}
"""Lock file and the dependency group that it holds beside the app's own; the tests run with the app's versions."""


def main() -> int:
    """Write both lock files."""
    for file, group in LOCKS.items():
        command = [
            "uv", "pip", "compile", "pyproject.toml", "--group", group, "--universal", "--python-version", "3.11",
            "--generate-hashes", "--no-header", "--quiet", "--output-file", f"locks/{file}", *sys.argv[1:],
            *(["--constraint", "locks/run.txt"] if file != "run.txt" else []),
        ]  # fmt: skip
        done = subprocess.run(command, cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
