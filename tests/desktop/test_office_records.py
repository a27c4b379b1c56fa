"""Notes, holds, requests for two people, received calls and signing out: the real window on a real store with people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assist.evidence.checkpoint import raw_public_key
from assist.evidence.packages.exchange import export_package, import_package, trust_device
from assist.evidence.people.approvals import ApprovalKind
from assist.evidence.people.roles import Role
from assist.evidence.people.session import StoreSession
from assist.evidence.team import new_identity, set_team_recipient
from desktop.installation import Installation
from desktop.office.store_reader import StoreReader
from desktop.office.window import OfficeWindow
from desktop.paths import DataPaths
from desktop.review.call_list import STATE
from desktop.review.export_dialog import ExportDialog
from desktop.review.reason_dialog import ReasonDialog
from tests.desktop.test_office import CALL_ID, record_a_call
from tests.support.evidence_stores import AGENT

pytestmark = pytest.mark.gui
PASSWORD = "a long enough password"
WAIT_MS = 15_000


class Team:
    """An installation with a lead, compliance and a reviewer, and who of them sits at the window."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        people = installation.store("live").people
        first = people.open_session("组长").actor
        people.add("组长", Role.LEAD, PASSWORD, first)
        self.sessions: dict[str, StoreSession] = {"组长": people.sign_in("组长", PASSWORD)}
        for name, role in (("合规", Role.COMPLIANCE), ("质检", Role.REVIEWER)):
            people.add(name, role, PASSWORD, self.sessions["组长"].actor)
            self.sessions[name] = people.sign_in(name, PASSWORD)
        self.sits = "组长"

    def session(self) -> StoreSession:
        return self.sessions[self.sits]


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Team]:
    monkeypatch.setenv("EVENHAND_PASSPHRASE", "correct horse battery staple")
    installation = Installation(DataPaths(tmp_path / "data"))
    record_a_call(installation)
    yield Team(installation)
    installation.close()


@pytest.fixture
def window(team: Team, qtbot: QtBot) -> OfficeWindow:
    made = OfficeWindow(
        team.installation, StoreReader(team.installation, "live", team.session), "小王", "zh_CN"
    )
    qtbot.addWidget(made)
    made.show()
    return made


def opened(window: OfficeWindow, qtbot: QtBot) -> None:
    window.show_call(CALL_ID)
    qtbot.waitUntil(window.calls.view.record.isEnabled, timeout=WAIT_MS)


def answered(window: OfficeWindow, qtbot: QtBot, text: str) -> None:
    """Give the reason that the dialog asks for and wait until the call is shown anew."""
    [dialog] = [one for one in window.findChildren(ReasonDialog) if one.isVisible()]
    dialog.text.setPlainText(text)
    with qtbot.waitSignal(window.calls.view.record.changed, timeout=WAIT_MS):
        dialog.ok.click()
    qtbot.waitUntil(window.calls.view.record.isEnabled, timeout=WAIT_MS)


def supervised(window: OfficeWindow, qtbot: QtBot, ready: Callable[[], bool]) -> None:
    window.tabs.setCurrentWidget(window.supervision)
    window.supervision.refresh()
    qtbot.waitUntil(ready, timeout=WAIT_MS)


def test_a_note_at_a_place_stays_with_the_call(window: OfficeWindow, team: Team, qtbot: QtBot) -> None:
    opened(window, qtbot)
    view = window.calls.view
    assert not view.notes.isVisible()
    view.player.seek(16_000)
    view.record.note_here.trigger()
    [dialog] = [one for one in window.findChildren(ReasonDialog) if one.isVisible()]
    assert not dialog.ok.isEnabled()
    answered(window, qtbot, "语气太重")
    assert view.notes.isVisible()
    assert "语气太重" in view.notes.list.item(0).text()
    assert "组长" in view.notes.list.item(0).text()
    assert team.installation.store("live").people.is_open is False


def test_a_hold_shows_in_the_call_and_the_list_and_its_setter_is_not_offered_to_release_it(
    window: OfficeWindow, team: Team, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    view = window.calls.view
    assert not view.record.release.isVisible()
    view.record.hold.trigger()
    answered(window, qtbot, "客户投诉")
    assert "客户投诉" in view.standing.text()
    assert not view.record.hold.isVisible()
    assert not view.record.release.isVisible()
    team.sits = "合规"
    view.reopen()
    qtbot.waitUntil(view.record.release.isVisible, timeout=WAIT_MS)
    view.record.release.trigger()
    answered(window, qtbot, "已解决")
    assert not view.standing.isVisible()


def test_a_full_export_is_asked_for_by_one_and_agreed_to_by_another(
    window: OfficeWindow, team: Team, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    window.calls.view.record.ask_export.trigger()
    answered(window, qtbot, "法院调取")
    page = window.supervision
    supervised(window, qtbot, lambda: page.requests.topLevelItemCount() == 1)
    assert not page.approve.isEnabled()
    team.sits = "合规"
    supervised(window, qtbot, page.approve.isEnabled)
    assert not page.export.isEnabled()
    page.approve.click()
    qtbot.waitUntil(page.export.isEnabled, timeout=WAIT_MS)
    with qtbot.waitSignal(page.export_wanted, timeout=WAIT_MS) as wanted:
        page.export.click()
    [dialog] = [one for one in window.findChildren(ExportDialog) if one.isVisible()]
    dialog.folder.setText(str(tmp_path / "out"))
    with qtbot.waitSignal(dialog.exported, timeout=WAIT_MS):
        dialog.start.click()
    assert wanted.args[0].requested_by == "组长"
    qtbot.waitUntil(lambda: page.requests.topLevelItemCount() == 0, timeout=WAIT_MS)


def test_what_must_be_kept_is_not_destroyed_and_the_window_says_why(
    window: OfficeWindow, team: Team, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    approval = team.sessions["组长"].ask(ApprovalKind.DELETION, CALL_ID, "到期")
    team.sessions["合规"].approve(approval.approval_id)
    page = window.supervision
    supervised(window, qtbot, page.destroy.isEnabled)
    proof = tmp_path / "proof.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(proof), ""))
    with qtbot.waitSignal(page.failed, timeout=WAIT_MS) as failed:
        page.destroy.click()
    assert failed.args[0].code in {"shred.waits", "shred.too_early"}
    assert not proof.exists()


def test_a_reviewer_sees_what_is_given_to_them_and_no_requests(
    window: OfficeWindow, team: Team, qtbot: QtBot
) -> None:
    team.sits = "质检"
    window.calls.refresh()
    window.tabs.setCurrentWidget(window.calls)
    qtbot.waitUntil(window.calls.list.empty.isVisible, timeout=WAIT_MS)
    team.sits = "组长"
    opened(window, qtbot)
    window.calls.view.record.assign.trigger()
    [dialog] = [one for one in window.findChildren(ReasonDialog) if one.isVisible()]
    assert dialog.choice.currentText() == "质检"
    with qtbot.waitSignal(window.calls.view.record.changed, timeout=WAIT_MS):
        dialog.ok.click()
    team.sits = "质检"
    window.calls.refresh()
    qtbot.waitUntil(lambda: window.calls.list.model.rowCount() == 1, timeout=WAIT_MS)
    window.tabs.setCurrentWidget(window.supervision)
    page = window.supervision
    qtbot.waitUntil(
        lambda: bool(page.about.text()) and page.requests.topLevelItemCount() == 0, timeout=WAIT_MS
    )
    assert not page.approve.isEnabled()


def test_a_received_call_is_listed_with_its_origin_and_opens(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVENHAND_PASSPHRASE", "correct horse battery staple")
    sender, receiver = (
        Installation(DataPaths(tmp_path / "agent")),
        Installation(DataPaths(tmp_path / "reviewer")),
    )
    identity, recipient = new_identity()
    theirs, ours = sender.store("live"), receiver.store("live")
    set_team_recipient(theirs, recipient, AGENT)
    record_a_call(sender)
    trust_device(ours, theirs.description.origin, raw_public_key(theirs.public_key), AGENT)
    import_package(ours, export_package(theirs, CALL_ID, str(tmp_path / "share"), AGENT), AGENT, identity)
    reader = StoreReader(receiver, "live", lambda: ours.people.open_session("质检"))
    window = OfficeWindow(receiver, reader, "质检", "zh_CN")
    qtbot.addWidget(window)
    problems: list[object] = []
    window.failed.connect(problems.append)
    window.show()
    window.calls.refresh()
    qtbot.waitUntil(lambda: window.calls.list.model.rowCount() == 1, timeout=WAIT_MS)
    assert theirs.description.origin in window.calls.list.model.index(0, STATE).data()
    opened(window, qtbot)
    view = window.calls.view
    assert "上门" in view.transcript.toPlainText()
    assert theirs.description.origin in view.standing.text()
    assert not view.export.isEnabled()
    assert not view.record.note_call.isVisible()
    view.close_call()
    assert problems == []
    sender.close()
    receiver.close()


def test_signing_out_empties_the_window(window: OfficeWindow, qtbot: QtBot) -> None:
    window.calls.refresh()
    qtbot.waitUntil(lambda: window.calls.list.model.rowCount() == 1, timeout=WAIT_MS)
    opened(window, qtbot)
    with qtbot.waitSignal(window.sign_out_wanted, timeout=WAIT_MS):
        window.sign_out.trigger()
    window.forget()
    assert window.calls.currentWidget() is window.calls.list
    assert window.calls.list.model.rowCount() == 0
    assert window.tabs.currentWidget() is window.cases
