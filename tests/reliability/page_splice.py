"""Pages of the encrypted database put back from an older copy of the file, one to a few at a time, or the whole file.

An older page under its own number still carries a right HMAC of the same key, so the cipher does not see it: the
database's own structure, or the check of the ledger, must.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from assist.evidence.integrity import check_store
from assist.evidence.store import EvidenceStore
from tests.reliability.harness import Result
from tests.support.evidence_stores import MemoryKey, open_store, record_call

PAGE_BYTES = 4096
DATABASE = "evidence.db"
EVIDENCE = ("ledger", "bodies", "checkpoints")
MOST_PAGES = 4


def splices(folder: Path, count: int, chance: random.Random) -> list[Result]:
    """`count` splices into copies of a store that grew between two copies, and one whole-file rollback."""
    key = MemoryKey()
    store = open_store(folder / "store", source=key)
    for number in range(3):
        record_call(store, seed=number)
    store.close()
    older = (folder / "store" / DATABASE).read_bytes()
    store = open_store(folder / "store", source=key)
    for number in range(3, 6):
        record_call(store, seed=number)
    anchor = store.ledger.checkpoint()
    content = _content(store)
    store.close()
    newer = (folder / "store" / DATABASE).read_bytes()
    differing = [
        page
        for page in range(min(len(older), len(newer)) // PAGE_BYTES)
        if _page(older, page) != _page(newer, page)
    ]
    missed, harmless = [], 0
    for trial in range(count):
        pages = chance.sample(differing, min(len(differing), chance.randint(1, MOST_PAGES)))
        spliced = bytearray(newer)
        for page in pages:
            spliced[page * PAGE_BYTES : (page + 1) * PAGE_BYTES] = _page(older, page)
        seen, same = _seen(folder, bytes(spliced), key, anchor, content)
        harmless += same and not seen
        if not seen and not same:
            missed.append(f"pages {pages} in trial {trial}")
    back, _ = _seen(folder, older, key, anchor, content)
    alone, _ = _seen(folder, older, key, "", content)
    return [
        Result(
            "T7 pages of an older copy put back",
            count,
            len(missed),
            "; ".join(missed[:5]) or f"{harmless} of them changed nothing of the evidence",
        ),
        Result("T7 the whole file put back", 1, 0 if back else 1, "" if back else "the anchor did not tell"),
        Result(
            "T7 control: the whole file put back, no anchor",
            1,
            1 if alone else 0,
            "it looks whole, as it must",
        ),
    ]


def _seen(folder: Path, database: bytes, key: MemoryKey, anchor: str, content: Any) -> tuple[bool, bool]:
    """Whether opening or checking tells, and whether the evidence is what it was all the same."""
    trial = folder / "trial"
    shutil.rmtree(trial, ignore_errors=True)
    shutil.copytree(folder / "store", trial)
    for left in trial.glob(f"{DATABASE}-*"):
        left.unlink()
    (trial / DATABASE).write_bytes(database)
    try:
        store = open_store(trial, source=MemoryKey(key.key))
    except Exception:
        return True, False
    try:
        report = check_store(store, (anchor,) if anchor else ())
        return not report.ok, _content(store) == content
    except Exception:
        return True, False
    finally:
        _close(store)


def _close(store: EvidenceStore) -> None:
    """Closing signs and may meet the damage itself."""
    try:
        store.close()
    except Exception:
        store.db.conn.close()


def _content(store: EvidenceStore) -> list[list[tuple[Any, ...]]]:
    return [
        [tuple(row) for row in store.db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()]  # noqa: S608
        for table in EVIDENCE
    ]


def _page(database: bytes, page: int) -> bytes:
    return database[page * PAGE_BYTES : (page + 1) * PAGE_BYTES]
