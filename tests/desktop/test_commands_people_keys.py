"""People, keys and packages on the terminal: through the command's own entry point, with a real encrypted store."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

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


def test_the_first_person_is_added_without_signing_in_and_closes_the_store(run: Run) -> None:
    with_a_lead(run)
    given = (LEAD, LEAD_PASSWORD, "a long enough one")
    assert run("people", "add", "小李", "--role", "agent", "--demo", given=given)[0] == 0
    code, out, _ = run("people", "list", "--demo", "--json")
    assert code == 0
    assert json.loads(out) == [
        {"name": "小李", "role": "agent", "active": True},
        {"name": LEAD, "role": "lead", "active": True},
    ]
    wrong = run("people", "off", "小李", "--as", LEAD, "--demo", given=("not the password",))
    assert_one_sentence(wrong, "wrong")
    assert run("people", "off", "小李", "--as", LEAD, "--demo", given=(LEAD_PASSWORD,))[0] == 0
    refused = run(
        "people", "password", "小李", "--as", "小李", "--demo", given=("a long enough one", "x" * 12)
    )
    assert_one_sentence(refused, "wrong")
    assert run("people", "on", "小李", "--as", LEAD, "--demo", given=(LEAD_PASSWORD,))[0] == 0
    own = ("a long enough one", "another long one")
    assert run("people", "password", "小李", "--as", "小李", "--demo", given=own)[0] == 0
    mine = ("another long one", "and again a new one")
    assert run("people", "password", "小李", "--as", "小李", "--demo", given=mine)[0] == 0
    _, out, _ = run("people", "list", "--demo")
    assert "小李" in out
    assert LEAD_PASSWORD not in out


def test_bad_input_about_people_is_one_sentence_and_changes_nothing(run: Run) -> None:
    assert_one_sentence(run("people", "list", "--demo"), "evenhand demo")
    role = run("people", "add", "甲", "--role", "boss", "--demo", given=(LEAD_PASSWORD,))
    assert_one_sentence(role, "boss", "compliance")
    agent = run("people", "add", "甲", "--role", "agent", "--demo", given=(LEAD_PASSWORD,))
    assert_one_sentence(agent, "lead or a compliance person first")
    assert_one_sentence(run("people", "add", "甲", "--role", "lead", "--demo", given=("short",)), "10")
    assert_one_sentence(run("people", "add", "甲", "--role", "lead", "--demo"), "nothing was given")
    assert_one_sentence(run("people", "add", " ", "--role", "lead", "--demo"), "Give a name")
    code, out, _ = run("people", "--help")
    assert code == 0
    assert "add" in out
    with_a_lead(run)
    gone = run("people", "off", "没有", "--as", LEAD, "--demo", given=(LEAD_PASSWORD,))
    assert_one_sentence(gone, "没有", "evenhand people")
    lead = run("people", "off", LEAD, "--as", LEAD, "--demo", given=(LEAD_PASSWORD,))
    assert_one_sentence(lead, "may not change a lead")


def test_calls_are_listed_for_who_signs_in_and_may_see_them(run: Run, tmp_path: Path) -> None:
    record_a_call(tmp_path / "data")
    assert [one["call"] for one in json.loads(run("calls", "--demo", "--json")[1])] == [CALL_ID]
    with_a_lead(run)
    added = run("people", "add", "小李", "--role", "agent", "--demo", given=(LEAD, LEAD_PASSWORD, "q" * 12))
    assert added[0] == 0
    assert_one_sentence(run("calls", "--demo", "--json"), "nothing was given")
    seen = run("calls", "--demo", "--json", given=(LEAD, LEAD_PASSWORD))
    assert [one["call"] for one in json.loads(seen[1])] == [CALL_ID]
    assert json.loads(run("calls", "--demo", "--json", given=("小李", "q" * 12))[1]) == []


def test_a_new_key_is_in_a_file_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "team.key"
    code, out, _ = run("keys", "new", file)
    assert code == 0
    assert out.startswith("age1")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = file.read_bytes()
    assert_one_sentence(run("keys", "new", file), "already")
    assert file.read_bytes() == before
    assert_one_sentence(run("keys", "new", tmp_path / "nowhere" / "team.key"), "can't be written")
    assert_one_sentence(run("keys", "team", "age1nonsense", "--demo"), "age1nonsense")
    (tmp_path / "text").write_text("no key\n")
    assert_one_sentence(run("keys", "import", tmp_path / "text", "--demo"), "AGE-SECRET-KEY-1")
    assert_one_sentence(run("keys", "import", tmp_path / "missing", "--demo"), "can't be read")


def test_a_lost_key_comes_back_from_the_recovery_file_and_the_secret(run: Run, tmp_path: Path) -> None:
    recipient = run("keys", "new", tmp_path / "safe.key")[1].strip()
    assert run("keys", "fingerprint")[0] == 0
    recovery = tmp_path / "recovery.json"
    assert run("keys", "recovery", recovery, "--for", recipient)[0] == 0
    assert_one_sentence(run("keys", "recovery", recovery, "--for", recipient), "already")
    told = run("keys", "fingerprint")[1]
    kept = tmp_path / "data" / "store" / "key.json"
    kept.unlink()
    assert run("keys", "fingerprint")[0] == 2
    run("keys", "new", tmp_path / "other.key")
    other = run("keys", "restore", recovery, "--identity", tmp_path / "other.key")
    assert_one_sentence(other, "another key")
    assert not kept.exists()
    assert run("keys", "restore", recovery, "--identity", tmp_path / "safe.key")[0] == 0
    assert run("keys", "fingerprint")[1] == told
    key = kept.read_bytes()
    assert run("keys", "rotate")[0] == 0
    assert kept.read_bytes() != key
    assert run("keys", "fingerprint")[1] == told


def test_a_call_is_sent_its_sender_trusted_and_the_call_received(run: Run, tmp_path: Path) -> None:
    recipient = run("keys", "new", tmp_path / "team.key")[1].strip()
    record_a_call(tmp_path / "data")
    share = tmp_path / "share"
    assert_one_sentence(run("send", "last", "--to", share, "--demo"), "evenhand keys team RECIPIENT")
    assert run("keys", "team", recipient, "--demo")[0] == 0
    assert run("keys", "team", "--demo")[1].strip() == recipient
    code, out, err = run("send", "last", "--to", share, "--demo")
    assert code == 0, err
    package = Path(out.strip())
    assert package.parent == share
    there = {"data": "reviewer"}
    assert run("keys", "import", tmp_path / "team.key", "--demo", **there)[0] == 0
    assert_one_sentence(run("receive", package, "--demo", **there), "not trusted")
    no = run("trust", package, "--demo", given=("n",), **there)
    assert_one_sentence(no, "nothing was changed")
    false = run("trust", package, "--fingerprint", "0000", "--demo", **there)
    assert_one_sentence(false, "Do not trust")
    assert_one_sentence(run("receive", package, "--demo", **there), "not trusted")
    told = run("keys", "fingerprint", "--demo")[1].strip()
    shown = run("trust", package, "--demo", given=("y",), **there)
    assert shown[0] == 0
    assert told in shown[2]
    code, out, err = run("receive", package, "--demo", **there)
    assert code == 0, err
    assert CALL_ID in out
    assert_one_sentence(run("receive", package, "--demo", **there), "already")
    assert_one_sentence(run("receive", tmp_path / "none.ehcall", "--demo", **there), "none.ehcall")
    (tmp_path / "bad.ehcall").write_bytes(b"no package")
    assert_one_sentence(run("trust", tmp_path / "bad.ehcall", "--demo", **there), "no call package")
