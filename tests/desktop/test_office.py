"""The office window with a real encrypted store: cases in, the gate asked, a call looked at and heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assist.call.entries import final_body, flag_body
from assist.call.events import WrapUpDraft
from assist.contact.case import AttemptOutcome, Case, ContactAttempt, Debt, DebtKind, Person, Phone, Role
from assist.contact.rules import Verdict
from assist.evidence.bundle.inspection import inspect_bundle
from assist.evidence.ledger import Actor
from assist.evidence.spool import Spool
from assist.rules.flags import Flag, FlagKind, FlagState, LegalBasis, Severity
from desktop.cases.case_editor import CaseEditor
from desktop.cases.case_list import CASE_ROLE
from desktop.cases.import_dialog import ImportDialog
from desktop.cases.plan_dialog import PlanDialog
from desktop.installation import Installation
from desktop.office.store_reader import StoreReader
from desktop.office.window import OfficeWindow
from desktop.paths import DataPaths
from desktop.review.export_dialog import ExportDialog
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, Word

pytestmark = pytest.mark.gui
CALL_ID = "0193c2a0-0000-7000-8000-000000000001"


def a_case(**more: object) -> Case:
    debtor = Person("debtor", "张三", Role.DEBTOR, (Phone("+8613812345678"),), time_zone="Asia/Shanghai")
    debt = Debt(
        "1", "某某银行", "金穗卡", DebtKind.CREDIT_CARD, "CNY", Decimal("12000.50"), Decimal(300), Decimal("20.5"),
        due_since=date(2026, 9, 1), official_channels=("银行APP",),
    )  # fmt: skip
    return Case("A001", (debtor,), (debt,), "zh_CN", **more)  # type: ignore[arg-type]


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    monkeypatch.setenv("EVENHAND_PASSPHRASE", "correct horse battery staple")
    made = Installation(DataPaths(tmp_path))
    yield made
    made.close()


@pytest.fixture
def window(installation: Installation, qtbot: QtBot) -> OfficeWindow:
    reader = StoreReader(installation, "live", lambda: installation.store("live").people.open_session("小王"))
    made = OfficeWindow(installation, reader, "小王", "zh_CN")
    qtbot.addWidget(made)
    problems: list[object] = []
    made.failed.connect(problems.append)
    made.broken.connect(problems.append)
    made.show()
    return made


def record_a_call(installation: Installation) -> None:
    """A closed call with two utterances, one flag, three seconds of sound."""
    store = installation.store("live")
    opened = {"case_id": "A001", "language": "zh", "source": "file", "started_utc_ms": 1_780_000_000_000}
    record = store.begin_call(CALL_ID, opened, Actor("小王", "agent"))
    words = (Word("我们", 8_000, 12_000, 0.9), Word("上门", 12_000, 20_000, 0.8))
    record.append(
        "asr.final", final_body(FinalTranscript(Channel.AGENT, 0, words, 24_000)), "system", "system"
    )
    reply = (Word("别", 30_000, 34_000, 1.0),)
    record.append(
        "asr.final", final_body(FinalTranscript(Channel.CUSTOMER, 0, reply, 36_000)), "system", "system"
    )
    flag = Flag(
        "f1", "cn.visit.threat", "V09", "威胁上门", Severity.STOP, FlagKind.VIOLATION, FlagState.CONFIRMED,
        Channel.AGENT, 0, 8_000, 20_000, words, 0.93, (), (LegalBasis("工作指引", "第三章", "B"),), "我们在电话里谈。",
        interrupts=True, raised_at=20_000, settled_at=24_000,
    )  # fmt: skip
    record.append("risk.flagged", flag_body(flag), "system", "system")
    spool: Spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    tone = (np.sin(np.arange(SAMPLE_RATE_HZ // 2) / 10) * 8_000).astype("<i2")
    for _ in range(6):
        spool.write(np.column_stack([tone, tone // 2]).tobytes())
    record.append(
        "call.wrap_up",
        {"outcome": "promise", "promise_amount": "3000.00", "promise_date": "2026-12-05", "next_contact": "",
         "summary": "客户承诺还款。", "plan": []},
        "小王", "agent",
    )  # fmt: skip
    assert record.close({"outcome": "promise"}).verified


def test_an_imported_table_shows_its_faults_and_its_good_cases_are_kept(
    window: OfficeWindow, installation: Installation, tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "案件.csv"
    table.write_text(
        "案件编号,姓名,手机号,产品名称,委托方,欠款总额\nA1,张三,13812345678,卡,行,100\nA2,李四,12,卡,行,abc\n",
        "utf-8",
    )
    dialog = ImportDialog("zh_CN", window)
    qtbot.addWidget(dialog)
    dialog.read(table)
    qtbot.waitUntil(dialog.keep.isEnabled, timeout=10_000)
    rows = [dialog.problems.topLevelItem(row) for row in range(dialog.problems.topLevelItemCount())]
    assert {(item.text(0), item.text(1)) for item in rows if item} == {("3", "手机号"), ("3", "欠款总额")}
    dialog.cases_read.connect(window.cases._on_read)
    dialog.keep.click()
    qtbot.waitUntil(lambda: window.cases.list.model.rowCount() == 1, timeout=10_000)
    assert installation.cases().find("A1") is not None
    shown = window.cases.list.model.index(0, 1).data()
    assert shown == "张**"


def test_the_gate_blocks_a_stopped_case_and_a_reason_overrides_it(
    window: OfficeWindow, installation: Installation, qtbot: QtBot
) -> None:
    now = datetime.now(UTC)
    calls = tuple(
        ContactAttempt(now, "debtor", "+8613812345678", AttemptOutcome.CONVERSATION, ("1",)) for _ in range(3)
    )
    installation.cases().keep(a_case(attempts=calls))
    window.refresh()
    qtbot.waitUntil(lambda: window.cases.list.model.rowCount() == 1, timeout=10_000)
    window.cases.list.table.activated.emit(window.cases.list.table.model().index(0, 0))
    gate = window.cases.view.gate
    assert gate.reason.isVisible()
    assert not gate.call.isEnabled()
    qtbot.keyClicks(gate.reason, "ab")
    assert not gate.call.isEnabled()
    gate.reason.setText("客户来电要求现在回电")
    with qtbot.waitSignal(window.call_wanted) as wanted:
        qtbot.keyClick(gate.reason, Qt.Key.Key_Return)
    request = wanted.args[0]
    assert request.override.reason == "客户来电要求现在回电"
    assert request.override.decision.verdict is Verdict.BLOCK
    assert request.number == "+8613812345678"


def test_a_case_typed_in_is_kept_and_a_bad_number_is_one_sentence(
    window: OfficeWindow, installation: Installation, qtbot: QtBot
) -> None:
    editor = CaseEditor(None, "zh_CN", window)
    qtbot.addWidget(editor)
    editor.case_kept.connect(window.cases._on_kept)
    editor.show()
    editor._on_save()
    assert editor.problem.isVisible()
    for field, text in (
        (editor.number, "B7"),
        (editor.name, "王五"),
        (editor.creditor, "行"),
        (editor.product, "卡"),
    ):
        field.setText(text)
    editor.sums[0].setValue(88.5)
    editor.phones.setText("12")
    editor._on_save()
    assert "12" in editor.problem.text()
    editor.phones.setText("138 1234 5678")
    editor._on_save()
    qtbot.waitUntil(lambda: window.cases.list.model.rowCount() == 1, timeout=10_000)
    case = window.cases.list.model.index(0, 0).data(CASE_ROLE)
    assert case.debts[0].total == Decimal("88.50")
    assert installation.cases().find("B7") == case


def test_a_plan_that_breaks_the_limit_is_refused_and_an_agreed_one_is_kept(
    window: OfficeWindow, installation: Installation, qtbot: QtBot
) -> None:
    case = a_case()
    dialog = PlanDialog(case.debts[0], "zh_CN", date(2026, 11, 25), window)
    qtbot.addWidget(dialog)
    dialog.monthly.setValue(10)
    assert dialog.plan is None
    assert not dialog.agree.isEnabled()
    assert dialog.problem.text()
    dialog.by_months.setChecked(True)
    dialog.months.setValue(6)
    assert dialog.plan is not None
    assert sum(one.principal for one in dialog.plan.instalments) == case.debts[0].total
    assert dialog.spoken.toPlainText()
    assert dialog.table.rowCount() == 6


def test_a_recorded_call_is_listed_opened_and_its_look_is_in_the_ledger_first(
    window: OfficeWindow, installation: Installation, qtbot: QtBot
) -> None:
    record_a_call(installation)
    window.tabs.setCurrentWidget(window.calls)
    qtbot.waitUntil(lambda: window.calls.list.model.rowCount() == 1, timeout=10_000)
    window.calls.open_call(CALL_ID)
    view = window.calls.view
    qtbot.waitUntil(view.player.isEnabled, timeout=10_000)
    assert "上门" in view.transcript.toPlainText()
    item = view.flags.tree.topLevelItem(0)
    assert item is not None
    assert "威胁上门" in item.text(1)
    assert "3000.00" in view.outcome.text()
    played: list[int] = []
    view.transcript.position_chosen.connect(played.append)
    view.transcript.anchorClicked.emit("at:12000")
    assert played == [12_000]
    types = [
        row[0]
        for row in installation.store("live").db.execute("SELECT entry FROM ledger ORDER BY seq").fetchall()
    ]
    text = b" ".join(bytes(entry) for entry in types)
    assert text.index(b"access.viewed") < text.index(b"access.played")
    view.close_call()


def test_a_wrap_up_draft_is_what_the_case_remembers(installation: Installation) -> None:
    from assist.call.wrap_up import CallContact, case_with_wrap_up
    from assist.contact.gate import ContactGate, ContactRequest
    from assist.contact.rules_loader import shipped_contact_rules

    at = datetime(2026, 11, 25, 2, tzinfo=UTC)
    gate = ContactGate(shipped_contact_rules("zh_CN"))
    contact = CallContact(gate, a_case(), ContactRequest("debtor", "+8613812345678", "1", at))
    saved = WrapUpDraft("promise", "3000", "2026-12-05", "", "", (("2026-12-05", "3000.00"),))
    after = case_with_wrap_up(contact, at, saved, CALL_ID)
    assert after.attempts[-1].call_id == CALL_ID
    assert after.attempts[-1].outcome is AttemptOutcome.CONVERSATION
    assert after.promises[-1].due == date(2026, 12, 5)
    assert after.plans[-1].instalments == ((date(2026, 12, 5), Decimal("3000.00")),)


def test_a_call_is_exported_from_its_page_and_the_bundle_verifies(
    window: OfficeWindow, installation: Installation, tmp_path: Path, qtbot: QtBot
) -> None:
    record_a_call(installation)
    window.show_call(CALL_ID)
    qtbot.waitUntil(window.calls.view.export.isEnabled, timeout=10_000)
    window.calls.view.export.click()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    blocked = tmp_path / "a file"
    blocked.write_text("", "utf-8")
    dialog.folder.setText(str(blocked))
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.said.isHidden(), timeout=10_000)
    assert not dialog.fingerprint.text()
    dialog.folder.setText(str(tmp_path / "out"))
    dialog.start.click()
    qtbot.waitUntil(lambda: bool(dialog.fingerprint.text()), timeout=20_000)
    (bundle,) = (tmp_path / "out").iterdir()
    assert all(finding.ok for finding in inspect_bundle(bundle, dialog.fingerprint.text()))
    dialog.start.click()
    assert dialog.isHidden()
