"""The recogniser's child process with a real engine that aborts on one kind of chunk, as native code may.

`EVENHAND_TEST_POISON` is `abort` (die on every chunk that begins with the marker) or `once:<file>` (die on the
first, leaving the file as a note that it did).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from speech import worker

MARKER = bytes([0x12, 0x34] * 8)


def main() -> int:
    plan = os.environ["EVENHAND_TEST_POISON"]
    hear = worker.ChannelWorker._hear

    def poisoned(self: worker.ChannelWorker, chunk: object) -> None:
        if chunk.pcm.startswith(MARKER):  # type: ignore[attr-defined]
            note = Path(plan.removeprefix("once:"))
            if plan == "abort" or not note.exists():
                if plan != "abort":
                    note.touch()
                os.abort()
        hear(self, chunk)  # type: ignore[arg-type]

    worker.ChannelWorker._hear = poisoned  # type: ignore[method-assign]
    return worker.main()


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    os._exit(code)
