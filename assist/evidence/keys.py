"""Where the store's one key comes from, and the keys made from it.

The operating system's keyring holds the key of a real store. A machine without one uses a passphrase
(argon2id, RFC 9106). A demo store keeps its key in a file beside it and says that it is a demo. A store whose
key is missing never gets a new one: a new key could not open what is there, and would hide the loss.

The keyring is asked through one backend of the allow-list, never through `keyring`'s chain of backends: a
chain would also ask files that protect nothing (keyrings.alt), and one of them waits for input on a terminal.

Every method may wait for the system, at most `KEYRING_TIMEOUT_S` for each question to the keyring, and
belongs outside the GUI thread.
"""

from __future__ import annotations

import base64
import json
import os
import queue
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

import keyring
import keyring.backend
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assist.evidence.derive import KEY_BYTES
from assist.evidence.durable import write_file
from assist.problems import AssistProblem

SERVICE = "evenhand"
KEYRING_TIMEOUT_S = 5.0
ALLOWED_BACKENDS = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
NONCE_BYTES = 12

Result = TypeVar("Result")


class KeySource(Protocol):
    """One place that can hold a store's key: 32 bytes, or 64 (the new key, then the old) while it is changed."""

    def load(self) -> bytes | None:
        """The key, or None where none was ever kept."""
        ...

    def create(self) -> bytes:
        """Make a new key, keep it, read it back, return it."""
        ...

    def keep(self, key: bytes) -> None:
        """Keep a key that was recovered; read it back."""
        ...


class KeyringKey:
    """The key in the operating system's keyring, under the store's own id."""

    def __init__(self, store_id: str) -> None:
        self._store_id = store_id

    def load(self) -> bytes | None:
        """Ask the keyring; a keyring that can't be trusted or does not answer is an `AssistProblem`."""
        found = _within_time(lambda: _allowed_backend().get_password(SERVICE, self._store_id))
        if not found:
            return None
        try:
            key = base64.b64decode(found, validate=True)
        except ValueError:
            key = b""
        if not is_key(key):
            raise keyring_problem("what it holds under this store's name is no key")
        return key

    def create(self) -> bytes:
        """Keep a new key; a keyring that does not give it back the same is refused."""
        key = secrets.token_bytes(KEY_BYTES)
        self.keep(key)
        return key

    def keep(self, key: bytes) -> None:
        """Keep this key; a keyring that does not give it back the same is refused."""
        text = base64.b64encode(key).decode()
        _within_time(lambda: _allowed_backend().set_password(SERVICE, self._store_id, text))
        if self.load() != key:
            raise keyring_problem("it did not give back what it was given")


def _allowed_backend() -> keyring.backend.KeyringBackend:
    """The first of the system's keyrings that keeps secrets safely."""
    backend = keyring.get_keyring()
    inner: list[keyring.backend.KeyringBackend] = list(getattr(backend, "backends", None) or [backend])
    for candidate in inner:
        if type(candidate).__module__.startswith(ALLOWED_BACKENDS):
            return candidate
    names = ", ".join(type(candidate).__module__ for candidate in inner)
    raise keyring_problem(f"{names} is not one that keeps secrets safely")


class PassphraseKey:
    """The key in a file, wrapped by a passphrase."""

    def __init__(self, path: Path, ask: Callable[[], str]) -> None:
        self._path = path
        self._ask = ask

    def load(self) -> bytes | None:
        """Unwrap; a wrong passphrase or a damaged file is an `AssistProblem`."""
        if not self._path.exists():
            return None
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            salt, sealed = base64.b64decode(kept["salt"]), base64.b64decode(kept["sealed"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise key_file_problem(self._path) from error
        try:
            return unseal(_stretched(self._ask(), salt), sealed, SERVICE.encode())
        except InvalidTag as error:
            raise AssistProblem(
                "store.wrong_passphrase", "The passphrase is wrong. Try again; nothing was changed."
            ) from error

    def create(self) -> bytes:
        """Keep a new key under the passphrase."""
        key = secrets.token_bytes(KEY_BYTES)
        self.keep(key)
        return key

    def keep(self, key: bytes) -> None:
        """Keep this key under the passphrase."""
        salt = secrets.token_bytes(16)
        sealed = seal(_stretched(self._ask(), salt), key, SERVICE.encode())
        kept = {"salt": base64.b64encode(salt).decode(), "sealed": base64.b64encode(sealed).decode()}
        _keep_file(self._path, json.dumps(kept).encode())


class DemoKey:
    """The key of a demo store, beside it: it protects nothing and is for invented calls only."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> bytes | None:
        """Read it."""
        if not self._path.exists():
            return None
        key = self._path.read_bytes()
        if not is_key(key):
            raise key_file_problem(self._path)
        return key

    def create(self) -> bytes:
        """Make and keep it."""
        key = secrets.token_bytes(KEY_BYTES)
        self.keep(key)
        return key

    def keep(self, key: bytes) -> None:
        """Keep this key."""
        _keep_file(self._path, key)


def _keep_file(path: Path, content: bytes) -> None:
    """The key is durable before the first record that needs it, and read back."""
    try:
        write_file(path, content, private=True)
        kept = path.read_bytes()
    except OSError as error:
        raise AssistProblem(
            "store.key_unwritable",
            "The records' key can't be kept in {path} ({why}). Give yourself write access to the folder.",
            path=str(path),
            why=error.strerror or str(error),
        ) from error
    if kept != content:
        raise key_file_problem(path)


def key_file_problem(path: Path) -> AssistProblem:
    """A key file that holds no key."""
    return AssistProblem(
        "store.key_damaged",
        "The key file {path} is damaged, so the records can't be opened; nothing was changed. Restore it from a "
        "backup, or use the recovery key of your compliance team.",
        path=str(path),
    )


def is_key(kept: bytes) -> bool:
    """Whether this is a key, or two while the key is changed."""
    return len(kept) in {KEY_BYTES, 2 * KEY_BYTES}


def store_key(source: KeySource, *, store_exists: bool) -> bytes:
    """The store's key; made only where there is no store yet."""
    key = source.load()
    if key is not None:
        return key
    if store_exists:
        raise AssistProblem(
            "store.key_missing",
            "The key of the records on this machine is missing, so they can't be opened; nothing was changed. "
            "Restore the keyring, or use the recovery key of your compliance team.",
        )
    return source.create()


def seal(key: bytes, data: bytes, bound_to: bytes) -> bytes:
    """AES-256-GCM: nonce and ciphertext, bound to a context."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """The data; `InvalidTag` if key, context or content are not what they were."""
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)


def keyring_problem(why: str) -> AssistProblem:
    """The keyring can't be used, as the user is told of it."""
    return AssistProblem(
        "store.keyring",
        "The system's keyring can't keep the records' key ({why}). Unlock it and try again, or set a passphrase in "
        "EVENHAND_PASSPHRASE.",
        why=why,
    )


def _within_time(act: Callable[[], Result]) -> Result:
    """The keyring's answer; a keyring that hangs is left behind in its thread."""
    answers: queue.SimpleQueue[Result | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(act())
        except Exception as error:
            answers.put(error)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=KEYRING_TIMEOUT_S)
    except queue.Empty:
        raise keyring_problem(f"no answer within {KEYRING_TIMEOUT_S:.0f} s; it may be locked") from None
    if isinstance(answer, AssistProblem):
        raise answer
    if isinstance(answer, Exception):
        raise keyring_problem(str(answer) or type(answer).__name__) from answer
    return answer


def _stretched(passphrase: str, salt: bytes) -> bytes:
    """Argon2id with RFC 9106's low-memory parameters."""
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=3,
        memory_cost=64 * 1024,
        parallelism=4,
        hash_len=32,
        type=Type.ID,
    )
