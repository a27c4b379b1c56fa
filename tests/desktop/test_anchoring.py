"""Checkpoints go to the share of the settings after a call, and a machine whose records went backwards is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assist.evidence.anchors.timestamps import Timestamps
from assist.problems import AssistProblem
from desktop.anchoring import Anchoring, AnchorPlaces
from desktop.installation import Installation
from desktop.paths import DataPaths
from desktop.settings.preferences import Preferences, load_preferences, save_preferences
from tests.support.evidence_stores import record_call


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DataPaths]:
    monkeypatch.setenv("EVENHAND_PASSPHRASE", "correct horse battery staple")
    return DataPaths(tmp_path / "data")


def test_records_put_back_to_an_older_state_raise_the_alarm(
    paths: DataPaths, tmp_path: Path, qtbot: QtBot
) -> None:
    share = str(tmp_path / "share")
    installation = Installation(paths)
    record_call(installation.store("live"))
    installation.close()
    shutil.copytree(paths.store, tmp_path / "older")
    installation = Installation(paths)
    record_call(installation.store("live"), case_id="CASE-2")
    anchoring = Anchoring(installation)
    with qtbot.waitSignal(anchoring.kept, timeout=20_000):
        anchoring.keep(AnchorPlaces(share))
    assert len(list(Path(share).iterdir())) == 1
    installation.close()
    shutil.rmtree(paths.store)
    shutil.copytree(tmp_path / "older", paths.store)
    installation = Installation(paths)
    anchoring = Anchoring(installation)
    with qtbot.waitSignal(anchoring.failed, timeout=20_000) as told:
        anchoring.compare(share)
    problem = told.args[0]
    assert isinstance(problem, AssistProblem)
    assert problem.code == "anchor.rolled_back"
    installation.close()


def test_a_share_that_is_away_is_told_and_nothing_is_lost(
    paths: DataPaths, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    installation = Installation(paths)
    record_call(installation.store("live"))
    anchoring = Anchoring(installation)
    with qtbot.waitSignal(anchoring.failed, timeout=20_000) as told:
        anchoring.keep(AnchorPlaces(str(tmp_path / "file" / "share")))
    assert told.args[0].code == "anchor.unreachable"
    assert len(installation.store("live").calls()) == 1
    installation.close()


def test_a_service_without_its_root_certificate_is_told_and_the_checkpoint_waits(
    paths: DataPaths, tmp_path: Path, qtbot: QtBot
) -> None:
    installation = Installation(paths)
    record_call(installation.store("live"))
    anchoring = Anchoring(installation)
    share = tmp_path / "share"
    places = AnchorPlaces(str(share), "https://tsa.example.invalid", str(tmp_path / "root.pem"))
    with qtbot.waitSignal(anchoring.failed, timeout=20_000) as told:
        anchoring.keep(places)
    assert told.args[0].code == "anchor.no_root"
    assert len(list(share.iterdir())) == 1
    assert len(Timestamps(installation.store("live")).waiting()) == 1
    installation.close()


def test_the_chosen_share_is_kept_with_the_settings(tmp_path: Path) -> None:
    save_preferences(tmp_path, Preferences(anchor_folder="//server/evidence"))
    assert load_preferences(tmp_path).anchor_folder == "//server/evidence"
