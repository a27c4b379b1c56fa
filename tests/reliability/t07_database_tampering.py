"""T7: rows are changed, exchanged, deleted and cut off by someone with the store's key; the check must see each."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from assist.evidence.integrity import check_store
from assist.evidence.store import EvidenceStore
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.page_splice import splices
from tests.support.evidence_stores import MemoryKey, open_store, record_call

TITLE = "no change of the database goes unseen"
MODELS = (
    "each trial changes rows through an open database without its guards, as a holder of the key could, and is rolled "
    "back afterwards. Histories cut off together with their checkpoints are compared with the last one kept elsewhere; "
    "the control shows that without it they look whole. Pages of the encrypted file are put back from an older copy "
    "of it, and the whole file."
)
FULL, CHUNK, SMALL = 5000, 500, 120
CALLS = 4
SPLICE_SHARE = 20
"""Of so many changes one is a splice of pages, which copies the whole store."""


def run(count: int, report: Report) -> list[Result]:
    """`count` changes, of which those that only a kept checkpoint can tell are counted apart."""
    folder = scratch("t07")
    chance = random.Random(report.first)
    missed: list[str] = []
    cut_missed: list[str] = []
    cuts = blind = 0
    try:
        store = open_store(folder, source=MemoryKey())
        for number in range(CALLS):
            record_call(store, seed=number)
        anchor = store.ledger.checkpoint()
        if not check_store(store, (anchor,)).ok:
            missed.append("the untouched store does not verify")
        for trial in range(count):
            change = chance.choice(CHANGES)
            connection = store.db.conn
            connection.execute("BEGIN")
            try:
                _drop_guards(connection)
                what = change(store, chance)
                alone, anchored = check_store(store).ok, check_store(store, (anchor,)).ok
            finally:
                connection.execute("ROLLBACK")
            if change is _cut_with_checkpoints:
                cuts += 1
                blind += alone
                if anchored:
                    cut_missed.append(what)
            elif alone or anchored:
                missed.append(what)
            report(trial)
        store.close()
        spliced = splices(folder / "pages", max(4, count // SPLICE_SHARE), chance)
    finally:
        remove(folder)
    return [
        *spliced,
        Result("T7", count - cuts, len(missed), "; ".join(missed[:5])),
        Result("T7 cut off with its checkpoints", cuts, len(cut_missed), "; ".join(cut_missed[:5])),
        Result(
            "T7 control",
            cuts,
            0 if blind or not cuts else 1,
            f"{blind} of {cuts} look whole without the kept checkpoint (must be some)",
        ),
    ]


def _drop_guards(connection: Any) -> None:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f'DROP TRIGGER "{name}"')


def _any_seq(store: EvidenceStore, chance: random.Random) -> int:
    return chance.randrange(1, store.ledger.tree.size + 1)


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _change_a_value(store: EvidenceStore, chance: random.Random) -> str:
    table, column = chance.choice(
        [("ledger", "entry"), ("ledger", "leaf"), ("bodies", "salt"), ("bodies", "sealed")]
    )
    seq = _any_seq(store, chance)
    connection = store.db.conn
    (value,) = connection.execute(f"SELECT {column} FROM {table} WHERE seq = ?", [seq]).fetchone()  # noqa: S608
    changed = _flip(bytes(value), chance)
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE seq = ?", [changed, seq])  # noqa: S608
    return f"{table}.{column} of {seq}"


def _move_to_another_call(store: EvidenceStore, chance: random.Random) -> str:
    seq = _any_seq(store, chance)
    (of_call,) = store.db.conn.execute("SELECT call_id FROM ledger WHERE seq = ?", [seq]).fetchone()
    others = [call.call_id for call in store.calls() if call.call_id != of_call]
    store.db.conn.execute("UPDATE ledger SET call_id = ? WHERE seq = ?", [chance.choice(others), seq])
    return f"ledger.call_id of {seq}"


def _exchange(store: EvidenceStore, chance: random.Random) -> str:
    one, other = chance.sample(range(1, store.ledger.tree.size + 1), 2)
    table = chance.choice(["ledger", "bodies"])
    for old, new in ((one, -1), (other, one), (-1, other)):
        store.db.conn.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", [new, old])  # noqa: S608
    return f"{table} {one} and {other} exchanged"


def _delete(store: EvidenceStore, chance: random.Random) -> str:
    seq = _any_seq(store, chance)
    tables = chance.choice([["bodies"], ["bodies", "ledger"]])
    for table in tables:
        store.db.conn.execute(f"DELETE FROM {table} WHERE seq = ?", [seq])  # noqa: S608
    return f"{seq} deleted from {tables}"


def _cut(store: EvidenceStore, chance: random.Random) -> str:
    """The last entries, their checkpoints left."""
    kept = store.ledger.tree.size - chance.randrange(1, store.ledger.tree.size)
    _delete_after(store, kept)
    return f"cut to {kept}"


def _cut_with_checkpoints(store: EvidenceStore, chance: random.Random) -> str:
    """Whole calls and everything signed about them: a shorter history that is whole in itself."""
    calls = sorted(store.calls(), key=lambda call: call.number)
    gone = calls[chance.randrange(1, len(calls)) :]
    connection = store.db.conn
    (first,) = connection.execute(
        "SELECT min(seq) FROM ledger WHERE call_id = ?", [gone[0].call_id]
    ).fetchone()
    _delete_after(store, first - 1)
    connection.execute("DELETE FROM checkpoints WHERE size >= ?", [first])
    for call in gone:
        connection.execute("DELETE FROM calls WHERE call_id = ?", [call.call_id])
    return f"cut to {first - 1} with its checkpoints"


def _edit_checkpoint(store: EvidenceStore, chance: random.Random) -> str:
    rows = store.db.conn.execute("SELECT size, note FROM checkpoints").fetchall()
    size, note = chance.choice(rows)
    place = chance.randrange(len(note) - 1)
    changed = note[:place] + chr(ord(note[place]) ^ 1) + note[place + 1 :]
    store.db.conn.execute("UPDATE checkpoints SET note = ? WHERE size = ?", [changed, size])
    return f"checkpoint {size} at {place}"


def _delete_after(store: EvidenceStore, kept: int) -> None:
    for table in ("bodies", "ledger"):
        store.db.conn.execute(f"DELETE FROM {table} WHERE seq > ?", [kept])  # noqa: S608


CHANGES: list[Callable[[EvidenceStore, random.Random], str]] = [
    _change_a_value,
    _change_a_value,
    _move_to_another_call,
    _exchange,
    _delete,
    _cut,
    _cut_with_checkpoints,
    _edit_checkpoint,
]
