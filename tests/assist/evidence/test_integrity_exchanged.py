"""An entry that seals the sound, moved over another entry's content: the check names it and does not break off."""

from __future__ import annotations

from pathlib import Path

from assist.evidence.entry import LedgerEntry
from assist.evidence.integrity import check_store
from tests.support.evidence_stores import open_store, record_call


def test_the_sealing_entry_exchanged_with_another_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    record_call(store)
    assert check_store(store).ok
    rows = store.db.execute("SELECT seq, entry FROM ledger").fetchall()
    sealing = next(seq for seq, encoded in rows if LedgerEntry.decode(bytes(encoded)).type == "audio.sealed")
    connection = store.db.conn
    connection.execute("DROP TRIGGER ledger_no_update")
    for old, new in ((sealing, -1), (1, sealing), (-1, 1)):
        connection.execute("UPDATE ledger SET seq = ? WHERE seq = ?", [new, old])
    codes = {fault.code for fault in check_store(store).faults}
    assert {"chain", "sequence", "sound"} <= codes
    store.close()
