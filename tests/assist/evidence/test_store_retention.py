"""How long a call is kept, what keeps it longer, and that destroyed content is gone from the disk."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.evidence import integrity
from assist.evidence.checkpoint import verify_checkpoint
from assist.evidence.merkle import leaf_hash, verify_inclusion
from assist.evidence.people.approvals import ApprovalKind
from assist.evidence.reading import CallSummary
from assist.evidence.retention import shredding
from assist.evidence.retention.due import retention_states
from assist.evidence.retention.loader import (
    load_retention_rules,
    read_retention_rules,
    shipped_retention_rules,
)
from assist.evidence.retention.rules import RetentionDecision, RetentionFacts, add_months, decide
from assist.problems import AssistProblem, PackProblem
from tests.support.evidence_stores import MemoryKey, open_store, record_call
from tests.support.evidence_team import Team

LOCALES = ("zh_CN", "zh_TW", "zh_HK", "en_US", "en_GB")
OVER = RetentionDecision(date(2024, 1, 1), ("house.five_years",), "zh_CN.retention 1.0.0")
TODAY = date(2026, 11, 25)
CALLED = date(2023, 5, 31)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path)
    team.sign_in("王芳")
    yield team
    team.store.close()


def _code(act: object, *args: object, **named: object) -> str:
    with pytest.raises(AssistProblem) as caught:
        act(*args, **named)  # type: ignore[operator]
    return caught.value.code


def _approved(team: Team, call: str) -> str:
    asked = team.lead.ask(ApprovalKind.DELETION, call, "保存期已满")
    team.compliance.approve(asked.approval_id)
    return asked.approval_id


@pytest.mark.parametrize("locale", LOCALES)
def test_the_shipped_rules_load_and_each_names_its_source(locale: str) -> None:
    rules = shipped_retention_rules(locale)
    assert rules.locale == locale
    for rule in rules.rules:
        assert rule.source.instrument
        if rule.source.certainty in {"C", "X"}:
            assert rule.source.binding in {"house", "standard", "self_regulation"}


def test_the_latest_of_all_rules_counts() -> None:
    rules = shipped_retention_rules("zh_CN")
    card = RetentionFacts(CALLED, "credit_card", settled=date(2023, 8, 1))
    decision = decide(rules, card)
    assert decision.keep_until == date(2028, 5, 31)
    assert decision.because == ("house.five_years",)
    assert decide(rules, RetentionFacts(CALLED, "credit_card", settled=date(2026, 8, 31))).keep_until == date(
        2029, 8, 31
    )


def test_what_has_not_happened_keeps_the_call_without_end() -> None:
    decision = decide(shipped_retention_rules("zh_CN"), RetentionFacts(CALLED, "credit_card"))
    assert decision.keep_until is None
    assert "house.limitation" in decision.because
    assert not decision.is_over(date(2199, 1, 1))


def test_the_regulation_f_periods() -> None:
    rules = shipped_retention_rules("en_US")
    assert decide(rules, RetentionFacts(CALLED)).keep_until is None
    decision = decide(rules, RetentionFacts(CALLED, last_activity=date(2024, 2, 29)))
    assert decision.keep_until == date(2027, 2, 28)
    assert not decision.is_over(date(2027, 2, 28))
    assert decision.is_over(date(2027, 3, 1))


def test_a_debt_whose_kind_is_not_known_is_kept_by_the_rules_of_every_kind() -> None:
    rules = shipped_retention_rules("zh_CN")
    unknown = decide(rules, RetentionFacts(CALLED, settled=date(2023, 6, 1)))
    for kind in ("credit_card", "consumer_loan", "other"):
        known = decide(rules, RetentionFacts(CALLED, kind, settled=date(2023, 6, 1)))
        assert unknown.keep_until is not None
        assert known.keep_until is not None
        assert unknown.keep_until >= known.keep_until


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 1200))
def test_months_later_is_never_earlier_and_never_another_month(start: date, months: int) -> None:
    later = add_months(start, months)
    assert later >= start
    assert (later.year - start.year) * 12 + later.month - start.month == months
    assert later.day == start.day or later.day < start.day


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("source: house\n", "source: nothing\n"), "no source"),
        (("certainty: A", "certainty: C"), "was not read"),
        (("id: card.recording", "id: outsourced.recording"), "twice"),
        (("from: call", "from: monday"), "monday"),
        (("rules:", "rulez:"), "required"),
        (("months: 6", "months: -6"), "-6"),
    ],
)
def test_faults_of_a_rules_file_are_told_with_their_line(
    tmp_path: Path, change: tuple[str, str], words: str
) -> None:
    shipped = Path(__file__).parents[3] / "scripts" / "zh_TW" / "retention.yaml"
    text = shipped.read_text("utf-8")
    assert change[0] in text
    path = tmp_path / "retention.yaml"
    path.write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(PackProblem, match=words) as caught:
        load_retention_rules(path)
    assert caught.value.line >= 1


@pytest.mark.parametrize("raw", [b"", b"- 1", b"\xff\xfe", b"a: [", b"a: &x [*x]", b"{" * 300])
def test_what_is_no_rules_file_is_a_sentence(raw: bytes) -> None:
    with pytest.raises(PackProblem):
        read_retention_rules(raw, "retention.yaml")


def test_a_call_is_destroyed_by_two_people_and_the_ledger_still_verifies(team: Team) -> None:
    call, kept = record_call(team.store), record_call(team.store)
    dek = team.store.call_key(call)
    sound = team.store.folder / team.store.find_call(call).sound_path
    certificate = team.lead.shred(call, _approved(team, call), OVER, TODAY)
    assert not sound.exists()
    assert _code(team.compliance.read_call, call) == "record.key_gone"
    assert _code(team.compliance.sound, call) == "record.key_gone"
    summary = team.store.find_call(call)
    assert (summary.state, summary.case_id, summary.sound_path) == ("shredded", "", "")
    report = team.compliance.check()
    assert report.ok, report.faults
    assert team.lead.read_call(kept)
    for path in team.store.folder.rglob("*"):
        assert not path.is_file() or dek not in path.read_bytes()
    head = verify_checkpoint(
        certificate.checkpoint,
        team.store.description.origin,
        team.store.description.origin,
        team.store.public_key,
    )
    proof = [base64.b64decode(step) for step in certificate.proof]
    assert verify_inclusion(
        leaf_hash(certificate.entry.encode()), certificate.index, head.size, proof, head.root
    )
    assert json.loads(certificate.text())["call"] == call
    assert _code(team.lead.shred, call, _approved(team, call), OVER, TODAY) == "shred.gone"


def test_a_hold_beats_everything_until_someone_else_releases_it(team: Team) -> None:
    call = record_call(team.store)
    approval = _approved(team, call)
    hold = team.compliance.hold(call, "客户投诉")
    assert _code(team.lead.shred, call, approval, OVER, TODAY) == "shred.held"
    assert team.lead.read_call(call)
    assert _code(team.compliance.release, hold.hold_id, "已结案") == "hold.same_person"
    assert _code(team.lead.release, hold.hold_id, "已结案") == "people.not_allowed"
    team.sign_in("周强").release(hold.hold_id, "已结案")
    assert team.lead.holds(call) == []
    team.lead.shred(call, approval, OVER, TODAY)
    assert {"hold.set", "hold.released", "shred.requested", "shred.done"} <= set(team.entry_types())


def test_a_hold_on_a_case_covers_its_calls(team: Team) -> None:
    first, second = record_call(team.store), record_call(team.store)
    other = record_call(team.store, case_id="CASE-2")
    team.lead.hold(first, "诉讼")
    holds = team.lead.hold_case("CASE-1", "诉讼")
    assert [hold.call_id for hold in holds] == [second]
    assert team.lead.holds(other) == []


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (RetentionDecision(None, ("house.limitation",), "v"), "shred.waits"),
        (RetentionDecision(TODAY, ("card.recording",), "v"), "shred.too_early"),
    ],
)
def test_retention_that_is_not_over_keeps_the_call(
    team: Team, decision: RetentionDecision, code: str
) -> None:
    call = record_call(team.store)
    assert _code(team.lead.shred, call, _approved(team, call), decision, TODAY) == code
    assert team.lead.read_call(call)


def test_one_person_alone_destroys_nothing(team: Team) -> None:
    call = record_call(team.store)
    asked = team.compliance.ask(ApprovalKind.DELETION, call, "x")
    assert _code(team.compliance.shred, call, asked.approval_id, OVER, TODAY) == "approval.missing"
    assert _code(team.compliance.shred, call, "", OVER, TODAY) == "approval.missing"
    assert team.compliance.read_call(call)


def test_a_deletion_cut_short_is_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = MemoryKey()
    store = open_store(tmp_path, kind="demo", source=key)
    call = record_call(store)
    sound = tmp_path / store.find_call(call).sound_path
    session, second = store.people.open_session("李娜"), store.people.open_session("赵敏")
    asked = session.ask(ApprovalKind.DELETION, call, "x")
    second.approve(asked.approval_id)
    with monkeypatch.context() as patched:
        patched.setattr(shredding, "_finish", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            session.shred(call, asked.approval_id, OVER, TODAY)
    assert sound.exists()
    store.close()
    store = open_store(tmp_path, kind="demo", source=key)
    assert not sound.exists()
    types = [json.loads(bytes(row[0]))["type"] for row in store.db.execute("SELECT entry FROM ledger")]
    assert types.count("shred.done") == 1
    assert integrity.check_store(store).ok
    store.close()


def test_what_may_go_is_listed_with_its_reasons(team: Team) -> None:
    old, held, waiting = (record_call(team.store, case_id=case) for case in ("A", "B", "C"))
    team.lead.hold(held, "诉讼")
    settled = {"A": date(2019, 5, 1), "B": date(2019, 5, 1), "C": None}

    def facts(call: CallSummary) -> RetentionFacts:
        return RetentionFacts(date(2019, 1, 1), "credit_card", settled=settled[call.case_id])

    states = retention_states(team.store, shipped_retention_rules("zh_CN"), facts, TODAY)
    assert [(state.call.call_id, state.over) for state in states] == [
        (old, True),
        (held, False),
        (waiting, False),
    ]
    assert states[1].holds[0].reason == "诉讼"
    assert states[2].decision.keep_until is None
