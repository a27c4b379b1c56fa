"""Where the store's key comes from, and that nothing ever gets a second key."""

from __future__ import annotations

import base64
import json
import shutil
import time
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest

from assist.evidence import keys
from assist.evidence.keys import KeyringKey, PassphraseKey, store_key
from assist.evidence.recovery_key import restore_key, write_recovery_file
from assist.evidence.store import EvidenceStore
from assist.evidence.team import new_identity
from assist.problems import AssistProblem
from tests.support.evidence_stores import AGENT, MemoryKey, open_store, record_call
from tests.support.keyrings import Alt, Chain, Forgetting, Hanging, Locked, Safe


def _use(monkeypatch: pytest.MonkeyPatch, backend: object) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)


def test_a_key_is_made_kept_and_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, Safe())
    source = KeyringKey("abc")
    assert source.load() is None
    key = source.create()
    assert len(key) == 32
    assert KeyringKey("abc").load() == key
    assert KeyringKey("other").load() is None


@pytest.mark.parametrize(
    "backend",
    [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), Alt(), Forgetting(), Locked()],
)
def test_a_keyring_that_does_not_keep_secrets_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, backend: object
) -> None:
    _use(monkeypatch, backend)
    with pytest.raises(AssistProblem) as caught:
        KeyringKey("abc").create()
    assert caught.value.code == "store.keyring"
    assert "EVENHAND_PASSPHRASE" in str(caught.value)


def test_of_a_chain_only_the_safe_backend_is_ever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    alt, safe = Alt(), Safe()
    _use(monkeypatch, Chain(alt, safe))
    source = KeyringKey("abc")
    assert source.load() is None
    source.create()
    assert alt.asked == 0
    assert not alt.kept
    assert safe.kept


def test_a_hanging_keyring_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "KEYRING_TIMEOUT_S", 0.2)
    _use(monkeypatch, Hanging())
    started = time.monotonic()
    with pytest.raises(AssistProblem, match="no answer"):
        KeyringKey("abc").load()
    assert time.monotonic() - started < 5


def test_what_is_no_key_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Safe()
    backend.kept["evenhand", "abc"] = base64.b64encode(b"short").decode()
    _use(monkeypatch, backend)
    with pytest.raises(AssistProblem, match="no key"):
        KeyringKey("abc").load()


def test_a_store_whose_key_is_missing_never_gets_a_new_one(tmp_path: Path) -> None:
    first = MemoryKey()
    open_store(tmp_path, source=first).close()
    before = (tmp_path / "evidence.db").read_bytes()
    empty = MemoryKey()
    for _ in range(3):
        with pytest.raises(AssistProblem) as caught:
            open_store(tmp_path, source=empty)
        assert caught.value.code == "store.key_missing"
    assert empty.created == 0
    assert (tmp_path / "evidence.db").read_bytes() == before
    open_store(tmp_path, source=first).close()


def test_a_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    open_store(tmp_path, source=MemoryKey()).close()
    before = (tmp_path / "evidence.db").read_bytes()
    with pytest.raises(AssistProblem) as caught:
        open_store(tmp_path, source=MemoryKey(bytes(32)))
    assert caught.value.code == "store.wrong_key"
    assert (tmp_path / "evidence.db").read_bytes() == before


def test_a_missing_database_is_a_loss_and_not_a_beginning(tmp_path: Path) -> None:
    key = MemoryKey()
    open_store(tmp_path, source=key).close()
    (tmp_path / "evidence.db").rename(tmp_path / "elsewhere")
    with pytest.raises(AssistProblem) as caught:
        open_store(tmp_path, source=key)
    assert caught.value.code == "store.missing"
    assert not (tmp_path / "evidence.db").exists()


def test_the_passphrase_opens_and_a_wrong_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    key = PassphraseKey(path, lambda: "eine lange Zeile").create()
    assert PassphraseKey(path, lambda: "eine lange Zeile").load() == key
    with pytest.raises(AssistProblem) as caught:
        PassphraseKey(path, lambda: "eine andere").load()
    assert caught.value.code == "store.wrong_passphrase"
    assert key not in path.read_bytes()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"salt": 1, "sealed": 2}', '{"salt": "AAAA"}'])
def test_a_damaged_key_file_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(content)
    with pytest.raises(AssistProblem) as caught:
        PassphraseKey(path, lambda: "x").load()
    assert caught.value.code == "store.key_damaged"
    assert path.read_text() == content


def test_a_description_that_was_damaged_is_told(tmp_path: Path) -> None:
    key = MemoryKey()
    open_store(tmp_path, source=key).close()
    (tmp_path / "store.json").write_text("{")
    with pytest.raises(AssistProblem) as caught:
        open_store(tmp_path, source=key)
    assert caught.value.code == "store.description_damaged"


def test_the_recovery_file_and_the_offline_identity_bring_a_lost_key_back(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    original = MemoryKey()
    store = open_store(folder, source=original)
    call = record_call(store)
    identity, recipient = new_identity()
    write_recovery_file(store, recipient, tmp_path / "recovery.json", AGENT)
    store.close()
    assert original.key is not None
    assert base64.b64encode(original.key) not in (tmp_path / "recovery.json").read_bytes()

    lost = MemoryKey()
    with pytest.raises(AssistProblem):
        open_store(folder, source=lost)
    restore_key(folder, tmp_path / "recovery.json", identity, lost)
    store = open_store(folder, source=lost)
    assert store.read_call(call, AGENT)
    store.close()
    assert lost.created == 0


def test_a_recovery_file_of_another_store_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    identity, recipient = new_identity()
    one, other = open_store(tmp_path / "one", source=MemoryKey()), tmp_path / "other"
    write_recovery_file(one, recipient, tmp_path / "recovery.json", AGENT)
    one.close()
    open_store(other, source=MemoryKey()).close()
    lost = MemoryKey()
    with pytest.raises(AssistProblem) as caught:
        restore_key(other, tmp_path / "recovery.json", identity, lost)
    assert caught.value.code == "store.wrong_key"
    assert lost.key is None


def test_a_recovery_file_needs_its_own_identity(tmp_path: Path) -> None:
    store = open_store(tmp_path / "one", source=MemoryKey())
    write_recovery_file(store, new_identity()[1], tmp_path / "recovery.json", AGENT)
    store.close()
    with pytest.raises(AssistProblem) as caught:
        restore_key(tmp_path / "one", tmp_path / "recovery.json", new_identity()[0], MemoryKey())
    assert caught.value.code == "key.not_for_you"
    (tmp_path / "recovery.json").write_text(json.dumps({"format": "other"}))
    with pytest.raises(AssistProblem) as caught:
        restore_key(tmp_path / "one", tmp_path / "recovery.json", new_identity()[0], MemoryKey())
    assert caught.value.code == "key.recovery_damaged"


def test_only_one_program_opens_a_store_at_a_time(tmp_path: Path) -> None:
    key = MemoryKey()
    store = open_store(tmp_path, source=key)
    with pytest.raises(AssistProblem) as caught:
        open_store(tmp_path, source=key)
    assert caught.value.code == "store.in_use"
    store.close()
    store.close()
    open_store(tmp_path, source=key).close()


def test_a_store_that_failed_to_open_lets_go_of_its_folder(tmp_path: Path) -> None:
    key = MemoryKey()
    open_store(tmp_path, source=key).close()
    with pytest.raises(AssistProblem):
        open_store(tmp_path, source=MemoryKey(bytes(32)))
    open_store(tmp_path, source=key).close()


def test_the_key_is_asked_for_only_where_there_is_no_store(tmp_path: Path) -> None:
    source = MemoryKey()
    assert store_key(source, store_exists=False) == source.key
    assert store_key(source, store_exists=True) == source.key
    assert source.created == 1


def test_nothing_of_a_call_can_be_read_from_the_folder(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    record_call(store, words="我的身份证号是110101199003070000")
    store.close()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert "身份证".encode() not in content
            assert b"CASE-1" not in content
            assert b"fLaC" not in content
            assert not content.startswith(b"SQLite format 3")


def test_opening_copies_works_so_that_backups_can_be_checked(tmp_path: Path) -> None:
    key = MemoryKey()
    store: EvidenceStore = open_store(tmp_path / "a", source=key)
    record_call(store)
    store.close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    copy = open_store(tmp_path / "b", source=key)
    assert len(copy.calls()) == 1
    copy.close()
