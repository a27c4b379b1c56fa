"""One entry of the ledger: canonical JSON without personal data, a salted commitment to its encrypted body.

`commit = HMAC-SHA256(salt, body)`: a bare hash of a telephone number could be tried out; the salt also lets a
body be disclosed by itself or be shredded. `prev` is the SHA-256 of the entry before; the entry is a leaf of
the ledger's Merkle tree.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import asdict, dataclass
from typing import Any

from assist.evidence.canonical import canonical, parse_canonical

FORMAT = 1
FIRST_PREV = "0" * 64
SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What the chain and the tree are made of."""

    v: int
    log: str
    """The ledger's origin."""
    seq: int
    """From 1, without holes."""
    ts_utc_ms: int
    mono_ms: int
    boot: str
    """Tells runs of the machine apart; `mono_ms` is comparable within one."""
    call: str
    """UUIDv7 of the call; empty for entries about the store."""
    actor: str
    """Pseudonym of who acted; the name is in the body."""
    role: str
    type: str
    commit: str
    """Hex of HMAC-SHA256(salt, canonical body)."""
    prev: str
    """Hex of SHA-256 of the entry before; zeros for the first."""

    def encode(self) -> bytes:
        """Canonical bytes."""
        return canonical(asdict(self))

    @classmethod
    def decode(cls, data: bytes) -> LedgerEntry:
        """The entry in `data`; ValueError if it is not one in canonical form."""
        fields: dict[str, Any] = parse_canonical(data)
        wanted = cls.__dataclass_fields__
        if set(fields) != set(wanted):
            raise ValueError("its fields are not those of a ledger entry")
        for name, field in wanted.items():
            kind = int if field.type == "int" else str
            if type(fields[name]) is not kind:
                raise ValueError(f"its field {name} is of the wrong kind")
        return cls(**fields)


def commitment(salt: bytes, body: bytes) -> str:
    """Hex of HMAC-SHA256(salt, body)."""
    return hmac.new(salt, body, hashlib.sha256).hexdigest()


def chain_hash(entry: bytes) -> str:
    """What the next entry carries as `prev`."""
    return hashlib.sha256(entry).hexdigest()
