"""The key in a real SecretService: gnome-keyring in a private D-Bus session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.private_keyring import run_in_private_session, why_not


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "can run")
def test_a_store_opens_with_the_systems_keyring_and_never_without_its_key(tmp_path: Path) -> None:
    told = run_in_private_session(tmp_path, Path(__file__).parents[3])
    assert told["backend"] == "keyring.backends.SecretService"
    assert told["read_again"] == 5
    assert told["locked"] == "store.keyring"
    assert told["locked_seconds"] < 6  # type: ignore[operator]
    assert told["missing"] == "store.key_missing"
    assert told["new_key"] is False
