"""Notes, holds and what takes two people, on the terminal: with a real encrypted store and real sign-ins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import (
    CALL_ID,
    LEAD,
    LEAD_PASSWORD,
    Run,
    assert_one_sentence,
    record_a_call,
    run,
    with_a_lead,
)

__all__ = ["run"]

COMPLIANCE, COMPLIANCE_PASSWORD = "合规", "another long password"
REVIEWER, REVIEWER_PASSWORD = "质检", "a third long password"
AS_LEAD = ("--as", LEAD, "--demo")
AS_COMPLIANCE = ("--as", COMPLIANCE, "--demo")


@pytest.fixture
def office(run: Run, tmp_path: Path) -> Run:
    """A store with one call, a lead, compliance and a reviewer."""
    record_a_call(tmp_path / "data")
    with_a_lead(run)
    for name, role, password in (
        (COMPLIANCE, "compliance", COMPLIANCE_PASSWORD),
        (REVIEWER, "reviewer", REVIEWER_PASSWORD),
    ):
        given = (LEAD_PASSWORD, password)
        assert run("people", "add", name, "--role", role, *AS_LEAD, given=given)[0] == 0
    return run


def as_lead(office: Run, *words: str | Path) -> tuple[int, str, str]:
    return office(*words, *AS_LEAD, given=(LEAD_PASSWORD,))


def as_compliance(office: Run, *words: str | Path) -> tuple[int, str, str]:
    return office(*words, *AS_COMPLIANCE, given=(COMPLIANCE_PASSWORD,))


def asked(office: Run, kind: str) -> str:
    code, out, err = as_lead(office, "records", "ask", kind, "last", "--why", "法院调取")
    assert code == 0, err
    return out.split()[-1]


def test_a_full_export_takes_two_people_and_serves_once(office: Run, tmp_path: Path) -> None:
    request = asked(office, "full_export")
    export = ("export", "last", "--to", str(tmp_path / "out"), "--full", "--demo", "--approval", request)
    given = (LEAD, LEAD_PASSWORD)
    assert_one_sentence(office(*export, given=given), "two different people")
    assert_one_sentence(as_lead(office, "records", "approve", request[:8]), "lead")
    own = as_compliance(office, "records", "ask", "full_export", "last", "--why", "自己要")[1].split()[-1]
    assert_one_sentence(as_compliance(office, "records", "approve", own), COMPLIANCE, "someone else")
    code, out, _ = as_compliance(office, "records", "approve", request[:8])
    assert (code, out.split()[0]) == (0, "approved:")
    assert office(*export, given=given)[0] == 0
    again = [str(tmp_path / "again") if word == str(tmp_path / "out") else word for word in export]
    assert_one_sentence(office(*again, given=given), "two different people")
    out = as_lead(office, "records", "requests", "--all", "--json")[1]
    [found] = [one for one in json.loads(out) if one["approval_id"] == request]
    assert (found["state"], found["decided_by"], found["reason"]) == ("used", COMPLIANCE, "法院调取")


def test_a_refused_request_is_no_agreement(office: Run, tmp_path: Path) -> None:
    request = asked(office, "full_export")
    waiting = json.loads(as_lead(office, "records", "requests", "--json")[1])
    assert [one["approval_id"] for one in waiting] == [request]
    assert as_compliance(office, "records", "refuse", request)[0] == 0
    assert_one_sentence(as_compliance(office, "records", "approve", request), "decided already")
    export = ("export", "last", "--to", str(tmp_path), "--full", "--demo", "--approval", request)
    assert_one_sentence(office(*export, given=(LEAD, LEAD_PASSWORD)), "two different people")
    assert json.loads(as_lead(office, "records", "requests", "--json")[1]) == []


def test_a_hold_is_released_by_another_than_who_set_it(office: Run) -> None:
    code, out, err = as_compliance(office, "records", "hold", "last", "--why", "客户投诉")
    assert code == 0, err
    hold = out.split()[-1]
    assert_one_sentence(as_compliance(office, "records", "release", hold[:6], "--why", "结束"), COMPLIANCE)
    assert_one_sentence(as_lead(office, "records", "release", hold[:6], "--why", "结束"), "lead")
    holds = json.loads(as_lead(office, "records", "holds", "--json")[1])
    assert [(one["call_id"], one["reason"]) for one in holds] == [(CALL_ID, "客户投诉")]
    held = json.loads(as_lead(office, "records", "due", "--all", "--json")[1])
    assert held[0]["held"] == ["客户投诉"]


def test_what_must_be_kept_is_not_destroyed_and_no_empty_proof_is_left(office: Run, tmp_path: Path) -> None:
    request = asked(office, "deletion")
    assert as_compliance(office, "records", "approve", request)[0] == 0
    proof = tmp_path / "proof.json"
    words = ("records", "destroy", "last", "--approval", request, "--certificate", proof)
    assert_one_sentence(as_lead(office, *words), "must be kept")
    assert not proof.exists()
    there = tmp_path / "there.json"
    there.write_text("x")
    words = ("records", "destroy", "last", "--approval", request, "--certificate", there)
    assert_one_sentence(as_lead(office, *words), "nothing was destroyed")
    assert there.read_text() == "x"


RULES = """retention:
  id: {place}.own
  version: 1.0.0
  locale: {place}
  title: Own
sources:
  own: {{instrument: Own rule, article: "1", certainty: H, binding: house}}
rules:
  - {{id: own.month, title: A month, keep: {{months: 1, from: call}}, source: own, house: true, enabled: true}}
"""


def test_what_is_over_is_destroyed_by_two_people_and_its_proof_is_kept(office: Run, tmp_path: Path) -> None:
    for place in ("zh_CN", "zh_TW", "zh_HK"):
        own = tmp_path / "data" / "packs" / place / "retention.yaml"
        own.parent.mkdir(parents=True)
        own.write_text(RULES.format(place=place), "utf-8")
    [due] = json.loads(as_lead(office, "records", "due", "--json")[1])
    assert (due["call"], due["because"], due["over"]) == (CALL_ID, ["own.month"], True)
    request = asked(office, "deletion")
    proof = tmp_path / "proof.json"
    words = ("records", "destroy", "last", "--approval", request, "--certificate", proof)
    assert_one_sentence(as_lead(office, *words), "0 ids")
    assert as_compliance(office, "records", "approve", request)[0] == 0
    assert as_lead(office, *words)[0] == 0
    kept = json.loads(proof.read_text("utf-8"))
    assert kept["call"] == CALL_ID
    assert kept["proof"]
    assert office("verify", "--demo", given=())[0] == 0
    export = ("export", CALL_ID, "--to", str(tmp_path / "out"), "--demo")
    assert_one_sentence(office(*export, given=(LEAD, LEAD_PASSWORD)), "destroyed")


def test_a_reviewer_sees_a_call_once_it_is_assigned_and_may_note(office: Run) -> None:
    calls = ("calls", "--demo", "--json")
    given = (REVIEWER, REVIEWER_PASSWORD)
    assert json.loads(office(*calls, given=given)[1]) == []
    assert_one_sentence(as_lead(office, "records", "assign", "last", "--to", "nobody"), "nobody")
    assert as_lead(office, "records", "assign", "last", "--to", REVIEWER)[0] == 0
    assert [one["call"] for one in json.loads(office(*calls, given=given)[1])] == [CALL_ID]
    note = ("records", "note", "last", "第二分钟语气重", "--as", REVIEWER, "--demo")
    assert office(*note, given=(REVIEWER_PASSWORD,))[0] == 0
    assert office("verify", "--demo", given=())[0] == 0


def test_ids_that_are_none_are_one_sentence(office: Run) -> None:
    assert_one_sentence(as_lead(office, "records", "hold", "--why", "x"), "--case")
    assert_one_sentence(as_compliance(office, "records", "approve", "zzz"), "zzz")
    assert_one_sentence(as_lead(office, "records", "note", "last", "  "), "Write something")
