"""What one run of evenhand opens once and shares: records, packs, speech models. No Qt.

Every method may wait for the disk or the keyring and belongs outside the GUI thread; all are safe from any
thread.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from assist.call.clock import Clock, SystemClock
from assist.contact.case_book import CaseBook
from assist.evidence.description import describe
from assist.evidence.keys import DemoKey, KeyringKey, KeySource, PassphraseKey
from assist.evidence.store import EvidenceStore
from assist.evidence.times import StoreClock
from assist.problems import AssistProblem
from assist.rules.authoring import pack_path
from assist.rules.compiler import CompiledPack, compile_pack
from assist.rules.loader import load_pack
from desktop.paths import DataPaths
from speech.models import default_model, verified_model
from speech.types import ModelIdentity

ENVIRONMENT_NAME = "EVENHAND_PASSPHRASE"
WRAPPED_KEY_FILE = "key.json"
DEMO_KEY_FILE = "demo.key"

AskPassphrase = Callable[[], str]


def passphrase_of_environment() -> str:
    """The passphrase given to the process; without one, a sentence that says how to give it."""
    given = os.environ.get(ENVIRONMENT_NAME, "")
    if not given:
        raise AssistProblem(
            "store.no_passphrase",
            "The records on this machine are kept under a passphrase. Set {variable} and start again.",
            variable=ENVIRONMENT_NAME,
        )
    return given


class Installation:
    """Opens on first use, keeps until `close`."""

    def __init__(
        self,
        paths: DataPaths,
        clock: Clock | None = None,
        ask_passphrase: AskPassphrase = passphrase_of_environment,
    ) -> None:
        self.paths = paths
        self.clock = clock or SystemClock()
        self._ask = ask_passphrase
        self._lock = threading.RLock()
        self._stores: dict[str, EvidenceStore] = {}
        self._packs: dict[tuple[str, str], CompiledPack] = {}

    def store(self, kind: str) -> EvidenceStore:
        """The records of real calls (`live`) or of demo calls (`demo`)."""
        with self._lock:
            if kind not in self._stores:
                folder = self.paths.demo_store if kind == "demo" else self.paths.store
                self.paths.ensure(folder)
                clock = StoreClock(self.clock.utc_ms, self.clock.mono_ms)
                self._stores[kind] = EvidenceStore.open(
                    folder, kind, partial(_key_source, kind=kind, ask=self._ask), clock
                )
            return self._stores[kind]

    def cases(self) -> CaseBook:
        """The cases of this installation."""
        return CaseBook(self.store("live").documents("case"))

    def rules(self, locale: str, debt_type: str = "") -> CompiledPack:
        """The rule pack in force for a locale: the team's own if there is one, else the shipped one."""
        with self._lock:
            key = (locale, debt_type)
            if key not in self._packs:
                self._packs[key] = compile_pack(load_pack(self._pack_file(locale)), debt_type=debt_type)
            return self._packs[key]

    def model(self, language: str) -> tuple[Path, ModelIdentity]:
        """The speech model of a language, checked."""
        return verified_model(self.paths.models, default_model(language).name)

    def key_place(self, kind: str) -> tuple[Path, KeySource]:
        """A store's folder and where its key is kept; opens nothing."""
        folder = self.paths.demo_store if kind == "demo" else self.paths.store
        return folder, _key_source(folder, describe(folder, kind).store_id, kind=kind, ask=self._ask)

    def on_time(self) -> None:
        """Let every open store note a jump of the clock and sign if that is due; to be called once a minute.

        Does nothing while a store is being opened, which may wait for a person.
        """
        if not self._lock.acquire(blocking=False):
            return
        try:
            for store in self._stores.values():
                store.on_time()
        finally:
            self._lock.release()

    def close(self) -> None:
        """Sign and close what is open."""
        with self._lock:
            for store in self._stores.values():
                store.close()
            self._stores.clear()

    def _pack_file(self, locale: str) -> Path:
        own = self.paths.packs / locale / "rules.yaml"
        return own if own.is_file() else pack_path(locale)


def _key_source(folder: Path, store_id: str, *, kind: str, ask: AskPassphrase) -> KeySource:
    """Where a store's key is: beside a demo store, under a passphrase where one is in use, else the keyring."""
    if kind == "demo":
        return DemoKey(folder / DEMO_KEY_FILE)
    file = folder / WRAPPED_KEY_FILE
    if file.exists() or os.environ.get(ENVIRONMENT_NAME):
        return PassphraseKey(file, ask)
    return KeyringKey(store_id)
