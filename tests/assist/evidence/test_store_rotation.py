"""The store's key is changed; whatever breaks on the way, the store opens and nothing is lost."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pytest

from assist.evidence.database import connect
from assist.evidence.derive import derive_key
from assist.evidence.integrity import check_store
from assist.evidence.recovery_key import recovery_recipient, write_recovery_file
from assist.evidence.rotation import begin_rotation, finish_rotation
from assist.evidence.team import keep_team_identity, new_identity, team_identity
from assist.problems import AssistProblem
from tests.reliability.killing import Ack, run_and_kill
from tests.support.evidence_stores import AGENT, MemoryKey, open_store, record_call


def test_after_a_change_the_new_key_opens_everything_and_the_old_one_nothing(tmp_path: Path) -> None:
    source = MemoryKey()
    store = open_store(tmp_path, source=source)
    call = record_call(store)
    identity, _ = new_identity()
    keep_team_identity(store, identity, AGENT)
    write_recovery_file(store, new_identity()[1], tmp_path / "recovery.json", AGENT)
    assert recovery_recipient(store)
    before = (store.public_key, store.ledger.pseudonym("王芳"))
    old = source.key
    assert old is not None
    begin_rotation(store, source, AGENT)
    assert store.read_call(call, AGENT)
    store.close()

    store = open_store(tmp_path, source=source)
    assert source.key is not None
    assert len(source.key) == 32
    assert source.key != old
    assert store.read_call(call, AGENT)
    assert store.sound(call, AGENT)
    assert team_identity(store) == identity
    assert not recovery_recipient(store)
    assert (store.public_key, store.ledger.pseudonym("王芳")) == before
    assert check_store(store).ok
    record_call(store)
    store.close()
    with pytest.raises(AssistProblem) as caught:
        connect(tmp_path / "evidence.db", derive_key(old, "database"), create=False)
    assert caught.value.code == "store.wrong_key"
    open_store(tmp_path, source=source).close()


def test_a_second_change_waits_for_the_first(tmp_path: Path) -> None:
    source = MemoryKey()
    store = open_store(tmp_path, source=source)
    begin_rotation(store, source, AGENT)
    with pytest.raises(AssistProblem) as caught:
        begin_rotation(store, source, AGENT)
    assert caught.value.code == "key.rotation_waits"
    store.close()
    open_store(tmp_path, source=source).close()


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_change_of_keys_killed_at_any_moment_is_finished_at_the_next_start(tmp_path: Path) -> None:
    source = MemoryKey()
    store = open_store(tmp_path / "a", source=source)
    calls = [record_call(store, 1, seed=number) for number in range(4)]
    begin_rotation(store, source, AGENT)
    store.close()
    kept = source.key
    assert kept is not None
    chance = random.Random(4)
    for trial in range(12):
        folder = tmp_path / str(trial)
        shutil.copytree(tmp_path / "a", folder)

        def change(ack: Ack, folder: Path = folder) -> None:
            ack(1)
            finish_rotation(folder / "evidence.db", kept[:32], kept[32:])

        assert not run_and_kill(change, chance.uniform(0, 0.08)).crashed
        again = MemoryKey(kept)
        store = open_store(folder, source=again)
        assert again.key == kept[:32]
        assert [call.call_id for call in reversed(store.calls())] == calls
        assert all(store.read_call(call, AGENT) for call in calls)
        assert check_store(store).ok
        store.close()
