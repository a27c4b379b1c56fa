"""T8: encrypted sound is flipped, reordered, repeated, cut and exchanged between calls; none of it is taken for sound."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from assist.evidence.sound_archive import HEADER_BYTES, decrypt_file, encrypt_file
from assist.evidence.spool import LENGTH, MAGIC, Spool, read_spool
from assist.evidence.stream import CHUNK_BYTES, TAG_BYTES
from assist.problems import AssistProblem
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.evidence_stores import sound

TITLE = "no changed ciphertext is taken for sound"
MODELS = (
    "one change each of a running call's spool and of a sealed file. A spool may give back its records up to the first "
    "that is not whole and must say that it was not finished or that something is left over; a sealed file must be "
    "refused."
)
FULL, CHUNK, SMALL = 5000, 500, 200
RECORDS = 6
CALL, OTHER = "0192f000-0000-7000-8000-00000000000a", "0192f000-0000-7000-8000-00000000000b"
SOUND = tuple(sound(RECORDS))

Change = Callable[[list[bytes], list[bytes], random.Random], list[bytes]]


def run(count: int, report: Report) -> Result:
    """`count` changes, half of spools and half of sealed files."""
    folder = scratch("t08")
    chance = random.Random(report.first)
    failures: list[str] = []
    try:
        keys = {call: os.urandom(32) for call in (CALL, OTHER)}
        spools = {call: _spool(folder, call, key) for call, key in keys.items()}
        sealed = {call: _sealed(folder, call, key) for call, key in keys.items()}
        target = folder / "changed"
        for trial in range(count):
            change = chance.choice(CHANGES)
            if trial % 2:
                pieces, others = _records(spools[CALL]), _records(spools[OTHER])
                target.write_bytes(b"".join(change(pieces, others, chance)))
                good = _spool_is_refused(target, keys[CALL])
            else:
                pieces, others = _chunks(sealed[CALL]), _chunks(sealed[OTHER])
                target.write_bytes(b"".join(change(pieces, others, chance)))
                good = _file_is_refused(target, keys[CALL])
            if not good:
                failures.append(f"{'spool' if trial % 2 else 'file'} {change.__name__.strip('_')} at {trial}")
            report(trial)
    finally:
        remove(folder)
    return Result("T8", count, len(failures), "; ".join(failures[:5]))


def _spool(folder: Path, call: str, key: bytes) -> bytes:
    path = folder / f"{call}.0.evs"
    spool = Spool(path, call, key, 0, lambda _: None)
    for pcm in SOUND:
        spool.write(pcm)
    spool.finish()
    return path.read_bytes()


def _sealed(folder: Path, call: str, key: bytes) -> bytes:
    path = folder / f"{call}.flac.enc"
    encrypt_file(random.Random(call).randbytes(4 * CHUNK_BYTES + 100), path, key, call)
    return path.read_bytes()


def _records(spool: bytes) -> list[bytes]:
    """Header, then each record with its length."""
    place = len(MAGIC) + 16
    pieces = [spool[:place]]
    while place < len(spool):
        (length,) = LENGTH.unpack(spool[place : place + LENGTH.size])
        pieces.append(spool[place : place + LENGTH.size + length])
        place += LENGTH.size + length
    return pieces


def _chunks(sealed: bytes) -> list[bytes]:
    step = CHUNK_BYTES + TAG_BYTES
    body = sealed[HEADER_BYTES:]
    return [sealed[:HEADER_BYTES], *(body[place : place + step] for place in range(0, len(body), step))]


def _spool_is_refused(path: Path, key: bytes) -> bool:
    """Only true records in their order, and it does not pass as whole."""
    reading = read_spool(path, CALL, key, 0)
    true = SOUND[: len(reading.records)]
    return reading.records == true and (not reading.finished or reading.torn_bytes > 0)


def _file_is_refused(path: Path, key: bytes) -> bool:
    try:
        decrypt_file(path, key, CALL)
    except AssistProblem:
        return True
    return False


def _flip(pieces: list[bytes], _: list[bytes], chance: random.Random) -> list[bytes]:
    whole = bytearray(b"".join(pieces))
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return [bytes(whole)]


def _reorder(pieces: list[bytes], _: list[bytes], chance: random.Random) -> list[bytes]:
    one, other = chance.sample(range(1, len(pieces)), 2)
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return pieces


def _repeat(pieces: list[bytes], _: list[bytes], chance: random.Random) -> list[bytes]:
    place = chance.randrange(1, len(pieces))
    return [*pieces[:place], pieces[place], *pieces[place:]]


def _drop(pieces: list[bytes], _: list[bytes], chance: random.Random) -> list[bytes]:
    del pieces[chance.randrange(1, len(pieces))]
    return pieces


def _cut(pieces: list[bytes], _: list[bytes], chance: random.Random) -> list[bytes]:
    whole = b"".join(pieces)
    return [whole[: chance.randrange(len(whole))]]


def _exchange_with_another_call(
    pieces: list[bytes], others: list[bytes], chance: random.Random
) -> list[bytes]:
    place = chance.randrange(len(pieces))
    pieces[place] = others[place]
    return pieces


CHANGES: list[Change] = [_flip, _reorder, _repeat, _drop, _cut, _exchange_with_another_call]
