"""A disk that is really full in the middle of a call: told at once, nothing kept is lost, and with room made the call
is closed as usual. Needs root for the small file system."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uuid6

from assist.evidence.integrity import check_store
from assist.problems import AssistProblem
from tests.reliability.carving import disk_image
from tests.support.evidence_stores import AGENT, MemoryKey, open_store, opened_body, sound


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A mounted file system of its own."""
    mounting = disk_image(tmp_path)
    try:
        place, _ = mounting.__enter__()
    except OSError as why:
        pytest.skip(f"no file system of its own: {why}")
    yield place
    mounting.__exit__(None, None, None)


def _fill(path: Path, leave: int) -> None:
    """All but about `leave` bytes of the disk."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            file.truncate(max(0, file.tell() - leave))


def _until_refused(act: Callable[[int], object]) -> tuple[int, AssistProblem]:
    """How often it went well, and how it was refused."""
    for number in range(5000):
        try:
            act(number)
        except AssistProblem as problem:
            return number, problem
    raise AssertionError("it was never refused")


def test_a_full_disk_is_told_and_with_room_made_the_call_is_closed(small_disk: Path) -> None:
    store = open_store(small_disk / "store", source=MemoryKey())
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    spool = record.open_spool(lambda _: None)
    _fill(small_disk / "filler", 300_000)
    records = iter(sound(40))
    kept, problem = _until_refused(lambda _: spool.write(next(records)))
    assert problem.code == "record.disk"
    assert 0 < kept < 40
    body = {"position": 0, "note": "x" * 500}
    entries, problem = _until_refused(lambda _: record.append("call.moment", body, AGENT.name, AGENT.role))
    assert problem.code == "record.disk_full"

    (small_disk / "filler").unlink()
    record.append("call.moment", {"position": -1, "note": ""}, AGENT.name, AGENT.role)
    assert record.close({"outcome": "none"}).verified
    call = store.find_call("last")
    assert call.samples == kept * 8_000
    there = [entry for entry in store.read_call(call.call_id, AGENT) if entry.type == "call.moment"]
    assert len(there) == entries + 1
    assert check_store(store).ok
    store.close()


def test_a_disk_that_stays_full_loses_nothing_until_the_next_start(small_disk: Path) -> None:
    key = MemoryKey()
    store = open_store(small_disk / "store", source=key)
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    spool = record.open_spool(lambda _: None)
    for pcm in sound(3):
        spool.write(pcm)
    _fill(small_disk / "filler", 0)
    with pytest.raises(AssistProblem):
        record.close({"outcome": "none"})
    store.db.conn.close()
    store._folder_lock.release()

    (small_disk / "filler").unlink()
    store = open_store(small_disk / "store", source=key)
    call = store.find_call("last")
    assert (call.state, call.samples) == ("interrupted", 24_000)
    assert check_store(store).ok
    store.close()
