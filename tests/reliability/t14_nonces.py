"""T14: sound is broken off and gone on with a thousand times; no key ever meets a nonce twice."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any, ClassVar

import uuid6
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assist.evidence import keys, spool, stream
from assist.evidence.spool import read_spool
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.evidence_stores import AGENT, open_store, opened_body

TITLE = "no key meets a nonce twice, over crashes and resumptions"
MODELS = "every encryption of the store passes a counter; a crash is a segment that is left as it is and read back."
FULL, CHUNK, SMALL = 1000, 100, 30
CYCLES_OF_A_CALL = 50


class _Counting:
    """AES-GCM that counts each (key, nonce)."""

    seen: ClassVar[Counter[tuple[bytes, bytes]]] = Counter()

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._cipher = AESGCM(key)

    def encrypt(self, nonce: bytes, data: Any, bound_to: bytes | None) -> bytes:
        type(self).seen[self._key, nonce] += 1
        return self._cipher.encrypt(nonce, data, bound_to)

    def decrypt(self, nonce: bytes, data: Any, bound_to: bytes | None) -> bytes:
        return self._cipher.decrypt(nonce, data, bound_to)


def run(count: int, report: Report) -> Result:
    """`count` crashes and resumptions, sealed at the end of each call; sealing is done twice now and then."""
    _Counting.seen = Counter()
    chance = random.Random(report.first)
    folder = scratch("t14")
    modules: list[Any] = [keys, spool, stream]
    for module in modules:
        module.AESGCM = _Counting
    failures: list[str] = []
    try:
        store = open_store(folder)
        done = 0
        while done < count:
            record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
            for _ in range(min(CYCLES_OF_A_CALL, count - done)):
                segment = record.open_spool(lambda _: None)
                for _ in range(chance.randrange(4)):
                    segment.write(chance.randbytes(400))
                number = int(segment.path.name.split(".")[-2])
                read_spool(segment.path, record.call_id, store.call_key(record.call_id), number)
                done += 1
                report(done)
            record.seal_sound()
            if not record.close({"outcome": "none"}).verified:
                failures.append("a call did not verify")
        store.close()
    finally:
        for module in modules:
            module.AESGCM = AESGCM
    remove(folder)
    repeats = sum(times - 1 for times in _Counting.seen.values())
    if repeats:
        failures.append(f"{repeats} repeats")
    notes = f"{sum(_Counting.seen.values())} encryptions under {len({key for key, _ in _Counting.seen})} keys"
    return Result("T14", count, len(failures), "; ".join([notes, *failures]))
