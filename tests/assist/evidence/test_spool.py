"""Sound on its way to disk: every record that was acknowledged comes back, nothing else ever does."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
import uuid6
from hypothesis import given, settings
from hypothesis import strategies as st

from assist.evidence import spool as spool_module
from assist.evidence.spool import Spool, read_spool
from assist.problems import AssistProblem
from tests.support.evidence_stores import sound

CALL = str(uuid6.uuid7())
KEY = bytes(range(32))


def _written(path: Path, records: list[bytes], *, finish: bool = True) -> list[dict[str, object]]:
    blocks: list[dict[str, object]] = []
    spool = Spool(path, CALL, KEY, 0, blocks.append)
    for pcm in records:
        spool.write(pcm)
    if finish:
        spool.finish()
    return blocks


def test_what_was_written_comes_back_and_the_end_is_known(tmp_path: Path) -> None:
    path, records = tmp_path / "s" / "a.0.evs", sound(3)
    _written(path, records, finish=False)
    broken_off = read_spool(path, CALL, KEY, 0)
    assert (broken_off.records, broken_off.torn_bytes, broken_off.finished) == (tuple(records), 0, False)
    path.unlink()
    _written(path, records)
    assert read_spool(path, CALL, KEY, 0).finished


def test_ten_seconds_make_a_block_and_the_rest_a_shorter_one(tmp_path: Path) -> None:
    records = sound(23)
    blocks = _written(tmp_path / "a.0.evs", records)
    assert [(block["first"], block["samples"], block["records"]) for block in blocks] == [
        (0, 160_000, 20),
        (160_000, 24_000, 3),
    ]
    hashes = b"".join(hashlib.sha256(pcm).digest() for pcm in records[20:])
    assert blocks[1]["sha256"] == hashlib.sha256(hashes).hexdigest()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, list[bytes]]:
    """A small finished segment, its bytes and its records."""
    path = tmp_path_factory.mktemp("spool") / "a.0.evs"
    records = [bytes([number]) * 64 for number in range(1, 9)]
    _written(path, records)
    return path, path.read_bytes(), records


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_changed_byte_ever_gives_a_false_record(
    whole: tuple[Path, bytes, list[bytes]], data: st.DataObject
) -> None:
    path, good, records = whole
    place = data.draw(st.integers(0, len(good) - 1))
    bit = data.draw(st.integers(0, 7))
    cut = data.draw(st.integers(0, len(good)))
    for changed in (
        good[:place] + bytes([good[place] ^ 1 << bit]) + good[place + 1 :],
        good[:cut],
        good[:cut] + bytes(len(good) - cut),
        good[:cut] + good[cut:][::-1],
    ):
        path.write_bytes(changed)
        reading = read_spool(path, CALL, KEY, 0)
        assert list(reading.records) == records[: len(reading.records)]
        assert not reading.finished or changed == good
    path.write_bytes(good)


def test_records_of_another_call_key_or_segment_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.0.evs"
    _written(path, sound(2))
    assert read_spool(path, str(uuid6.uuid7()), KEY, 0).records == ()
    assert read_spool(path, CALL, bytes(32), 0).records == ()
    assert read_spool(path, CALL, KEY, 1).records == ()


def test_swapped_and_repeated_records_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.0.evs"
    records = [bytes([number]) * 60 for number in range(1, 4)]
    _written(path, records, finish=False)
    data = path.read_bytes()
    head, size = data[:32], 4 + 60 + 16
    parts = [data[32 + size * number : 32 + size * (number + 1)] for number in range(3)]
    path.write_bytes(head + parts[1] + parts[0] + parts[2])
    assert read_spool(path, CALL, KEY, 0).records == ()
    path.write_bytes(head + parts[0] + parts[0] + parts[1])
    assert read_spool(path, CALL, KEY, 0).records == (records[0],)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_after_a_failed_write_or_flush_nothing_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path, records = tmp_path / "a.0.evs", sound(4)
    blocks: list[dict[str, object]] = []
    spool = Spool(path, CALL, KEY, 0, blocks.append)
    spool.write(records[0])

    def fails(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(spool_module, "sync", fails)
        with pytest.raises(AssistProblem, match="refuses"):
            spool.write(records[1])
    size = path.stat().st_size
    with pytest.raises(AssistProblem):
        spool.write(records[2])
    spool.finish()
    assert path.stat().st_size == size
    assert spool.frames == 8_000
    assert blocks[0]["records"] == 1
    assert read_spool(path, CALL, KEY, 0).records[0] == records[0]


def test_short_writes_are_written_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data)[:1000]))
        _written(tmp_path / "a.0.evs", sound(2))
    assert read_spool(tmp_path / "a.0.evs", CALL, KEY, 0).records == tuple(sound(2))


def test_a_folder_that_can_not_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AssistProblem):
        Spool(tmp_path / "file" / "a.0.evs", CALL, KEY, 0, lambda _: None)
