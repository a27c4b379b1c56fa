"""T12: keyrings that fail, forget, are unsafe, locked or hang, a wrong and a missing key; never a new key for a store
that exists, never a wait beyond five seconds, and the database stays as it was."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import keyring.backends.null

from assist.evidence import keys
from assist.evidence.keys import KeyringKey, KeySource
from assist.evidence.store import EvidenceStore
from assist.problems import AssistProblem
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.evidence_stores import MemoryKey, system_clock
from tests.support.keyrings import Alt, Chain, Hanging, Locked, Safe
from tests.support.private_keyring import run_in_private_session, why_not

TITLE = "keyrings that fail, forget, lock, hang or lose the key"
MODELS = (
    "the misbehaving keyrings stand in for real ones; one real SecretService (gnome-keyring in a private D-Bus session) "
    "is opened, locked and robbed of the key in each chunk. KWallet, macOS and Windows keyrings were not run."
)
FULL, CHUNK, SMALL = 140, 35, 7
ROOT = Path(__file__).parents[2]
LONGEST_S = 5.5


def _backends() -> dict[str, tuple[Callable[[], Any], str]]:
    return {
        "fail": (keyring.backends.fail.Keyring, "store.keyring"),
        "null": (keyring.backends.null.Keyring, "store.keyring"),
        "alt": (lambda: Chain(Alt(), Alt()), "store.keyring"),
        "locked": (Locked, "store.keyring"),
        "hang": (Hanging, "store.keyring"),
        "wrong key": (Safe, "store.wrong_key"),
        "missing key": (Safe, "store.key_missing"),
    }


def run(count: int, report: Report) -> list[Result]:
    """`count` attempts to open a store, each kind in turn; and the real keyring once."""
    folder = scratch("t12")
    key = MemoryKey()
    _open(folder / "store", key).close()
    before = (folder / "store" / "evidence.db").read_bytes()
    kinds = list(_backends().items())
    failures: list[str] = []
    slowest = 0.0
    real = keyring.get_keyring
    timeout = keys.KEYRING_TIMEOUT_S
    try:
        for trial in range(count):
            number = report.first + trial
            name, (make, expected) = kinds[number % len(kinds)]
            # The real time-out is used in one of four; the others only save time.
            keys.KEYRING_TIMEOUT_S = timeout if name != "hang" or number < len(kinds) else 0.3
            backend = make()
            if name == "wrong key":
                backend.kept = _AnyKey()
            keyring.get_keyring = lambda b=backend: b  # type: ignore[assignment]
            started = time.monotonic()
            code = _code(folder / "store")
            slowest = max(slowest, time.monotonic() - started)
            kept = getattr(backend, "kept", {})
            made = isinstance(kept, dict) and bool(kept)
            changed = (folder / "store" / "evidence.db").read_bytes() != before
            if code != expected or made or changed:
                failures.append(f"{name}: {code}, key made {made}, database changed {changed}")
            report(trial + 1)
    finally:
        keyring.get_keyring = real
        keys.KEYRING_TIMEOUT_S = timeout
    if slowest > LONGEST_S:
        failures.append(f"waited {slowest:.1f} s")
    _open(folder / "store", key).close()
    remove(folder)
    results = [
        Result("T12", count, len(failures), "; ".join([f"longest wait {slowest:.1f} s", *failures[:5]]))
    ]
    return [*results, _real()]


def _real() -> Result:
    if why_not():
        return Result("T12 SecretService", 0, 0, f"not run: {why_not()}")
    folder = scratch("t12-real")
    told = run_in_private_session(folder, ROOT)
    remove(folder)
    good = (
        told["backend"] == "keyring.backends.SecretService"
        and told["locked"] == "store.keyring"
        and told["missing"] == "store.key_missing"
        and told["read_again"]
        and not told["new_key"]
    )
    return Result("T12 SecretService", 1, 0 if good else 1, "gnome-keyring" if good else str(told))


class _AnyKey(dict[tuple[str, str], str]):
    """Whatever is asked for, a key that never was this store's."""

    def get(self, key: tuple[str, str], default: str | None = None) -> str | None:  # type: ignore[override]
        import base64

        return base64.b64encode(secrets.token_bytes(32)).decode()


def _open(folder: Path, source: KeySource) -> EvidenceStore:
    return EvidenceStore.open(folder, "live", lambda *_: source, system_clock())


def _code(folder: Path) -> str:
    try:
        EvidenceStore.open(folder, "live", lambda _, store_id: KeyringKey(store_id), system_clock()).close()
    except AssistProblem as problem:
        return problem.code
    return "opened"
