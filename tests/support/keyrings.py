"""Keyrings that misbehave, each as a real backend looks to the program.

They are not subclasses of `KeyringBackend`: those register themselves, and every later test in the process would
find them as the system's own.
"""

from __future__ import annotations

import time

import keyring.errors


class Backend:
    """A backend in memory; its module name is what the allow-list looks at."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Safe(Backend):
    __module__ = "keyring.backends.SecretService"


class Alt(Backend):
    __module__ = "keyrings.alt.file"


class Hanging(Safe):
    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(60)
        return None

    __module__ = "keyring.backends.SecretService"


class Forgetting(Safe):
    __module__ = "keyring.backends.SecretService"

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class Locked(Safe):
    __module__ = "keyring.backends.SecretService"

    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("the collection is locked")


class Chain:
    """As `keyring` chains several backends, the strongest first."""

    def __init__(self, *backends: Backend) -> None:
        self.backends = list(backends)
