"""A call that was broken off is found, closed with an entry that says where it broke, and nothing is lost."""

from __future__ import annotations

import hashlib
import io
import shutil
from pathlib import Path

import pytest
import uuid6

from assist.evidence.call_record import CallRecord, spool_path
from assist.evidence.integrity import check_store
from assist.evidence.sound_archive import decoded_sha256
from assist.evidence.spool import Spool, read_spool
from assist.evidence.store import EvidenceStore
from assist.problems import AssistProblem
from tests.support.evidence_stores import (
    AGENT,
    MemoryKey,
    MovableClock,
    open_store,
    opened_body,
    record_call,
    sound,
)


def _begin(store: EvidenceStore, records: list[bytes]) -> tuple[CallRecord, Spool]:
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    for pcm in records:
        spool.write(pcm)
    return record, spool


def _as_after_a_crash(folder: Path, copy: Path, key: MemoryKey) -> EvidenceStore:
    """The files as a killed process leaves them, opened again."""
    shutil.copytree(folder, copy)
    return open_store(copy, source=key)


def test_a_call_that_broke_off_is_closed_with_its_sound_and_the_place(tmp_path: Path) -> None:
    key, records = MemoryKey(), sound(5)
    store = open_store(tmp_path / "a", source=key)
    record, _ = _begin(store, records)
    flag = {"flag": "f1", "severity": 3, "state": "confirmed"}
    record.append("risk.flagged", flag, "system", "system")
    spool = spool_path(tmp_path / "a", record.call_id, 0)
    with spool.open("ab") as file:
        file.write(b"\x10\x00\x00\x00torn")

    found = _as_after_a_crash(tmp_path / "a", tmp_path / "b", key)
    call = found.find_call("last")
    assert (call.state, call.samples, call.flags, call.gravest) == ("interrupted", 40_000, 1, 3)
    entries = found.read_call(call.call_id, AGENT)
    recovered = next(entry for entry in entries if entry.type == "recovered.after_crash")
    assert recovered.body["torn_bytes"] == 8
    assert recovered.body["samples"] == 40_000
    assert recovered.body["step"] == "call"
    assert entries[-1].type == "call.closed"
    flac = found.sound(call.call_id, AGENT)
    assert decoded_sha256(io.BytesIO(flac)) == hashlib.sha256(b"".join(records)).hexdigest()
    assert check_store(found).ok
    assert not list((tmp_path / "b" / "spool").glob("*.evs"))
    found.close()
    store.close()


def test_recovering_twice_changes_nothing(tmp_path: Path) -> None:
    key = MemoryKey()
    store = open_store(tmp_path / "a", source=key)
    record, _ = _begin(store, sound(2))
    found = _as_after_a_crash(tmp_path / "a", tmp_path / "b", key)
    before = [entry.type for entry in found.read_call(record.call_id, AGENT)]
    found.close()
    again = open_store(tmp_path / "b", source=key)
    assert [entry.type for entry in again.read_call(record.call_id, AGENT)] == before
    again.close()
    store.close()


def test_a_call_without_any_entry_was_never_begun_and_its_number_is_free(tmp_path: Path) -> None:
    key = MemoryKey()
    store = open_store(tmp_path, source=key)
    record_call(store)
    row = dict(next(store.db.query("SELECT * FROM calls")))
    call_id = str(uuid6.uuid7())
    store.db.table("calls").insert({**row, "call_id": call_id, "number": 2, "state": "open",
                                    "wrapped_key": store.wrap(bytes(32), call_id)})  # fmt: skip
    store.close()
    store = open_store(tmp_path, source=key)
    assert len(store.calls()) == 1
    assert check_store(store).ok
    record_call(store)
    assert [call.number for call in store.calls()] == [2, 1]
    store.close()


def test_after_a_pause_in_the_spool_more_sound_goes_into_a_new_segment_with_its_own_key(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    record, first = _begin(store, sound(2))
    first.finish()
    second = record.open_spool(lambda _: None)
    for pcm in sound(1, seed=2):
        second.write(pcm)
    second.finish()
    key = store.call_key(record.call_id)
    assert second.path != first.path
    assert read_spool(second.path, record.call_id, key, 1).records == tuple(sound(1, seed=2))
    assert read_spool(second.path, record.call_id, key, 0).records == ()
    assert record.close({"outcome": "promise"}).verified
    assert store.find_call("last").samples == 24_000
    store.close()


def test_a_segment_that_exists_is_never_opened_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "spool" / "x.0.evs"
    call = str(uuid6.uuid7())
    Spool(path, call, bytes(32), 0, lambda _: None).finish()
    with pytest.raises(AssistProblem):
        Spool(path, call, bytes(32), 0, lambda _: None)


def test_the_same_sound_sealed_twice_gives_other_bytes(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    record, spool = _begin(store, sound(2))
    spool.finish()
    record.seal_sound()
    first = (tmp_path / record.sound_path).read_bytes()
    record.seal_sound()
    second = (tmp_path / record.sound_path).read_bytes()
    assert first != second
    assert record.close({"outcome": "promise"}).verified
    store.close()


def test_a_changed_open_call_is_not_closed_over_and_the_rest_opens(tmp_path: Path) -> None:
    key = MemoryKey()
    store = open_store(tmp_path / "a", source=key)
    good = record_call(store)
    _begin(store, sound(1))
    store.db.execute("UPDATE bodies SET sealed = zeroblob(40) WHERE seq = (SELECT max(seq) FROM bodies)")
    found = _as_after_a_crash(tmp_path / "a", tmp_path / "b", key)
    assert found.find_call("last").state == "open"
    assert found.read_call(good, AGENT)
    assert not check_store(found).ok
    found.close()
    store.close()


def test_a_jump_of_the_wall_clock_is_an_entry_and_a_slow_drift_is_not(tmp_path: Path) -> None:
    clock = MovableClock()
    store = open_store(tmp_path, clock.store_clock(), source=MemoryKey())
    record, _ = _begin(store, sound(1))
    for jump in (-3_600_000, 3_600_000, 40_000):
        clock.pass_ms(500)
        clock.utc += jump
        record.on_time()
    for _ in range(10):
        clock.pass_ms(500)
        clock.utc += 1
        record.on_time()
    jumps = [
        entry.body["ms"] for entry in store.read_call(record.call_id, AGENT) if entry.type == "clock.jump"
    ]
    assert jumps == [-3_600_000, 3_600_000, 40_000]
    store.close()


def test_a_checkpoint_is_signed_every_quarter_of_an_hour_even_if_the_wall_clock_is_set_back(
    tmp_path: Path,
) -> None:
    clock = MovableClock()
    store = open_store(tmp_path, clock.store_clock(), source=MemoryKey())
    record, _ = _begin(store, sound(1))
    clock.utc -= 3_600_000
    record.on_time()
    before = store.db.execute("SELECT count(*) FROM checkpoints").fetchone()[0]
    clock.pass_ms(15 * 60_000)
    record.append("call.moment", {"position": 1, "note": ""}, "王芳", "agent")
    record.on_time()
    assert store.db.execute("SELECT count(*) FROM checkpoints").fetchone()[0] == before + 1
    store.close()


def test_an_entry_and_its_state_on_disk_agree_when_the_database_is_full(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    record, _ = _begin(store, sound(1))
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    body = {"position": 1, "note": "x" * 3000}

    def fill() -> None:
        for _ in range(50):
            record.append("call.moment", body, "王芳", "agent")

    with pytest.raises(AssistProblem) as caught:
        fill()
    assert caught.value.code == "record.disk_full"
    store.db.execute("PRAGMA max_page_count = 1000000").fetchone()
    record.append("call.moment", body, "王芳", "agent")
    assert record.close({"outcome": "promise"}).verified
    assert check_store(store).ok
    store.close()


def test_entries_about_the_store_are_signed_in_time_without_any_call(tmp_path: Path) -> None:
    clock = MovableClock()
    store = open_store(tmp_path, clock.store_clock(), source=MemoryKey())
    store.note_store_event("access.viewed", {"call": "x"}, AGENT)
    clock.pass_ms(14 * 60_000)
    store.on_time()
    assert store.db.execute("SELECT count(*) FROM checkpoints").fetchone()[0] == 0
    clock.pass_ms(60_000)
    clock.utc += 5_000
    store.on_time()
    assert store.db.execute("SELECT max(size) FROM checkpoints").fetchone()[0] == 2
    store.close()
