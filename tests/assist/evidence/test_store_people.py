"""People, sign-in, roles and what two people must agree to, as the store itself enforces them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from assist.evidence.ledger import Actor
from assist.evidence.people.approvals import LAPSES_AFTER_MS, ApprovalKind
from assist.evidence.people.guard import Person
from assist.evidence.people.roles import Role
from assist.evidence.people.users import People
from assist.problems import AssistProblem
from tests.support.evidence_stores import AGENT, MemoryKey, open_store, record_call
from tests.support.evidence_team import PASSWORD, QUICK, Team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    team = Team(tmp_path)
    yield team
    team.store.close()


def _refused(code: str, act: object, *args: object, **named: object) -> None:
    with pytest.raises(AssistProblem) as caught:
        act(*args, **named)  # type: ignore[operator]
    assert caught.value.code == code


def test_a_store_without_people_asks_for_no_password_and_names_the_agent(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    session = store.people.open_session("王芳")
    call = record_call(store)
    assert [found.call_id for found in session.calls()] == [call]
    entries = session.read_call(call)
    assert entries[0].actor == "王芳"
    session.authorize_export(call, full=False)
    _refused(
        "people.needs_people", session.approve, session.ask(ApprovalKind.DELETION, call, "过期").approval_id
    )
    store.close()


def test_the_first_person_closes_the_open_store(team: Team) -> None:
    _refused("people.sign_in", team.people.open_session, "王芳")
    _refused("people.sign_in", record_call, team.store)
    agent = team.sign_in("王芳")
    call = record_call(team.store)
    _refused("people.sign_in", team.store.read_call, call, AGENT)
    assert agent.read_call(call)


def test_the_first_person_can_not_be_an_agent(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    _refused("people.first", People(store, QUICK).add, "王芳", Role.AGENT, PASSWORD, AGENT)
    assert store.guard.is_open
    store.close()


def test_a_made_up_sign_in_is_refused(team: Team) -> None:
    team.sign_in("王芳")
    call = record_call(team.store)
    forged = Person("赵敏", "compliance", "0" * 32)
    _refused("people.sign_in", team.store.read_call, call, forged)
    assert isinstance(team.lead.actor, Person)
    risen = replace(team.lead.actor, role="compliance")
    _refused("people.sign_in", team.store.read_call, call, risen)


def test_an_agent_sees_own_calls_only(team: Team) -> None:
    first, second = team.sign_in("王芳"), team.sign_in("刘洋")
    own = record_call(team.store)
    others = record_call(team.store, actor=Actor("刘洋", "agent"))
    assert [call.call_id for call in first.calls()] == [own]
    assert [call.call_id for call in second.calls()] == [others]
    _refused("people.not_yours", first.read_call, others)
    _refused("people.not_yours", first.sound, others)
    _refused("people.not_allowed", first.authorize_export, own, full=False)
    _refused("people.not_allowed", first.hold, own, "x")
    _refused("people.not_allowed", team.store.note_access, "export.made", own, first.actor, {})
    team.store.note_access("export.made", own, team.lead.actor, {"kind": "bundle"})


def test_a_reviewer_sees_what_was_assigned_and_adds_notes(team: Team) -> None:
    team.sign_in("王芳")
    call = record_call(team.store)
    reviewer = team.sign_in("陈静")
    assert reviewer.calls() == []
    _refused("people.not_yours", reviewer.read_call, call)
    _refused("people.not_allowed", reviewer.assign, call, "陈静")
    _refused("people.no_reviewer", team.lead.assign, call, "王芳")
    team.lead.assign(call, "陈静")
    assert [found.call_id for found in reviewer.calls()] == [call]
    reviewer.note(call, "开场没有说明录音")
    notes = [entry for entry in reviewer.read_call(call) if entry.type == "qa.note"]
    assert [(note.actor, note.role) for note in notes] == [("陈静", "reviewer")]
    for number in range(25):
        reviewer.note(call, f"第{number}条")
    assert team.compliance.check().ok
    _refused("people.not_allowed", reviewer.read_call, call, unmasked=True)
    _refused("people.not_allowed", team.lead.read_call, call, unmasked=True)
    assert team.compliance.read_call(call, unmasked=True)


def test_looks_and_playbacks_are_in_the_ledger_before_anything_is_decrypted(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.sign_in("王芳")
    call = record_call(team.store)

    def fails(*_: object) -> bytes:
        raise RuntimeError("decrypting")

    monkeypatch.setattr(team.store, "call_key", fails)
    for act, entry_type in ((team.lead.read_call, "access.viewed"), (team.lead.sound, "access.played")):
        with pytest.raises(RuntimeError, match="decrypting"):
            act(call)
        assert team.entry_types()[-1] == entry_type


def test_a_wrong_password_and_an_unknown_name_are_told_alike_and_logged(team: Team) -> None:
    sentences = set()
    for name in ("王芳", "没有这个人"):
        with pytest.raises(AssistProblem) as caught:
            team.people.sign_in(name, "不是这个口令不是")
        sentences.add(str(caught.value))
    assert len(sentences) == 1
    assert team.entry_types()[-2:] == ["user.failed", "user.failed"]
    team.sign_in("王芳")
    assert team.entry_types()[-1] == "user.login"


def test_after_five_wrong_passwords_a_name_waits_and_then_longer(team: Team) -> None:
    for _ in range(5):
        _refused("people.wrong", team.people.sign_in, "王芳", "不是这个口令不是")
    _refused("people.wait", team.people.sign_in, "王芳", PASSWORD)
    team.clock.pass_ms(60_001)
    _refused("people.wrong", team.people.sign_in, "王芳", "不是这个口令不是")
    team.clock.pass_ms(60_001)
    _refused("people.wait", team.people.sign_in, "王芳", PASSWORD)
    team.clock.pass_ms(60_000)
    team.sign_in("王芳")


def test_an_old_hash_is_renewed_at_sign_in(team: Team) -> None:
    old = team.store.db.execute("SELECT password FROM people WHERE name = '王芳'").fetchone()[0]
    stronger = People(team.store, PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    stronger.sign_in("王芳", PASSWORD)
    new = team.store.db.execute("SELECT password FROM people WHERE name = '王芳'").fetchone()[0]
    assert old != new
    assert "t=2" in new
    stronger.sign_in("王芳", PASSWORD)


def test_who_leaves_is_signed_out_and_can_not_come_back_alone(team: Team) -> None:
    agent = team.sign_in("王芳")
    call = record_call(team.store)
    team.people.set_active("王芳", team.lead.actor, active=False)
    _refused("people.sign_in", agent.read_call, call)
    _refused("people.wrong", team.people.sign_in, "王芳", PASSWORD)
    _refused("people.not_managed", team.people.set_active, "赵敏", team.lead.actor, active=False)
    _refused("people.not_managed", team.people.add, "新人", Role.COMPLIANCE, PASSWORD, team.lead.actor)


def test_the_last_who_can_manage_stays(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    people = People(store, QUICK)
    people.add("赵敏", Role.COMPLIANCE, PASSWORD, AGENT)
    only = people.sign_in("赵敏", PASSWORD)
    _refused("people.last", people.set_active, "赵敏", only.actor, active=False)
    store.close()


def test_one_changes_the_own_password_and_nobody_elses(team: Team) -> None:
    agent = team.sign_in("王芳")
    _refused("people.not_allowed", team.people.set_password, "刘洋", PASSWORD + "1", agent.actor)
    team.people.set_password("王芳", PASSWORD + "1", agent.actor)
    _refused("people.wrong", team.people.sign_in, "王芳", PASSWORD)
    team.people.sign_in("王芳", PASSWORD + "1")


@pytest.mark.parametrize("password", ["short", "王芳", ""])
def test_short_passwords_are_refused(team: Team, password: str) -> None:
    _refused("people.short_password", team.people.set_password, "王芳", password, team.compliance.actor)


def test_a_full_export_takes_two_different_people_once(team: Team) -> None:
    team.sign_in("王芳")
    call = record_call(team.store)
    other = team.sign_in("周强")
    _refused("approval.missing", team.compliance.authorize_export, call, full=True)
    asked = team.compliance.ask(ApprovalKind.FULL_EXPORT, call, "法院调取")
    _refused(
        "approval.missing", team.compliance.authorize_export, call, full=True, approval_id=asked.approval_id
    )
    _refused("approval.same_person", team.compliance.approve, asked.approval_id)
    _refused("people.not_allowed", team.lead.approve, asked.approval_id)
    other.approve(asked.approval_id)
    _refused("approval.decided", other.approve, asked.approval_id)
    _refused("approval.missing", team.lead.authorize_export, call, full=True, approval_id=asked.approval_id)
    team.compliance.authorize_export(call, full=True, approval_id=asked.approval_id)
    _refused(
        "approval.missing", team.compliance.authorize_export, call, full=True, approval_id=asked.approval_id
    )
    assert team.entry_types()[-3:] == ["approval.requested", "approval.given", "approval.used"]


def test_an_agreement_is_for_one_call_and_one_thing_and_lapses(team: Team) -> None:
    team.sign_in("王芳")
    call, second = record_call(team.store), record_call(team.store)
    asked = team.lead.ask(ApprovalKind.FULL_EXPORT, call, "银行核查")
    team.compliance.approve(asked.approval_id)
    _refused("approval.missing", team.lead.authorize_export, second, full=True, approval_id=asked.approval_id)
    team.clock.pass_ms(LAPSES_AFTER_MS + 1)
    _refused("approval.missing", team.lead.authorize_export, call, full=True, approval_id=asked.approval_id)
    refused = team.lead.ask(ApprovalKind.FULL_EXPORT, call, "银行核查")
    team.compliance.refuse(refused.approval_id)
    _refused("approval.missing", team.lead.authorize_export, call, full=True, approval_id=refused.approval_id)
    _refused("approval.no_reason", team.lead.ask, ApprovalKind.FULL_EXPORT, call, "  ")
    _refused("record.unknown_call", team.lead.ask, ApprovalKind.FULL_EXPORT, "nothing", "x")


def test_a_demo_store_exports_in_full_without_a_second_person(tmp_path: Path) -> None:
    store = open_store(tmp_path, kind="demo", source=MemoryKey())
    call = record_call(store)
    store.people.open_session("王芳").authorize_export(call, full=True)
    store.close()


def test_signing_out_ends_everything(team: Team) -> None:
    agent = team.sign_in("王芳")
    call = record_call(team.store)
    team.people.sign_out(agent)
    _refused("people.sign_in", agent.read_call, call)
    assert team.entry_types()[-1] == "user.logout"
