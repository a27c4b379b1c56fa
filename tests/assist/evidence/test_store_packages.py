"""A closed call travels to another installation, is verified there, and only the team can open it."""

from __future__ import annotations

import base64
import json
import random
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assist.evidence.canonical import canonical, parse_canonical
from assist.evidence.checkpoint import raw_public_key
from assist.evidence.packages import exchange
from assist.evidence.packages.exchange import (
    export_package,
    import_package,
    look_at,
    own_fingerprint,
    trust_device,
    trusted_devices,
)
from assist.evidence.packages.imported import ImportedCalls
from assist.evidence.packages.package_file import SIGNED
from assist.evidence.packages.payload import pack, unpack, verify
from assist.evidence.people.approvals import ApprovalKind
from assist.evidence.retention.rules import RetentionDecision
from assist.evidence.store import EvidenceStore
from assist.evidence.team import keep_team_identity, new_identity, set_team_recipient, team_identity
from assist.problems import AssistProblem
from tests.support.evidence_stores import AGENT, MemoryKey, open_store, opened_body, record_call
from tests.support.evidence_team import Team

LEAD = AGENT


class Exchange:
    """Two installations and the team's key."""

    def __init__(self, folder: Path) -> None:
        self.identity, self.recipient = new_identity()
        self.agent: EvidenceStore = open_store(folder / "agent", source=MemoryKey())
        self.reviewer: EvidenceStore = open_store(folder / "reviewer", source=MemoryKey())
        self.share = str(folder / "share")
        set_team_recipient(self.agent, self.recipient, AGENT)
        self.call = record_call(self.agent, words="我下周三还三千")
        record_call(self.agent, case_id="CASE-2")

    def trust(self) -> None:
        trust_device(
            self.reviewer, self.agent.description.origin, raw_public_key(self.agent.public_key), LEAD
        )

    def close(self) -> None:
        self.agent.close()
        self.reviewer.close()


@pytest.fixture
def two(tmp_path: Path):
    two = Exchange(tmp_path)
    yield two
    two.close()


def _code(act: object, *args: object, **named: object) -> str:
    with pytest.raises(AssistProblem) as caught:
        act(*args, **named)  # type: ignore[operator]
    return caught.value.code


def test_a_package_is_imported_verified_and_read_there(two: Exchange) -> None:
    location = export_package(two.agent, two.call, two.share, AGENT)
    two.trust()
    keep_team_identity(two.reviewer, two.identity, LEAD)
    imported = import_package(two.reviewer, location, LEAD)
    assert imported.origin == two.agent.description.origin
    assert imported.summary.case_id == "CASE-1"
    session = two.reviewer.people.open_session("陈静")
    assert [call.summary.call_id for call in session.imported_calls()] == [two.call]
    there = session.read_call(two.call)
    here = two.agent.read_call(two.call, AGENT)
    assert [(e.seq, e.type, e.body, e.actor) for e in there] == [
        (e.seq, e.type, e.body, e.actor) for e in here
    ]
    assert session.sound(two.call) == two.agent.sound(two.call, AGENT)
    ImportedCalls(two.reviewer).check(two.call)
    assert two.reviewer.calls() == []


def test_nothing_in_a_package_can_be_read_without_the_teams_identity(two: Exchange) -> None:
    location = export_package(two.agent, two.call, two.share, AGENT)
    data = Path(location).read_bytes()
    for secret in ("三千".encode(), b"CASE-1", b"fLaC", "王芳".encode(), two.agent.call_key(two.call)):
        assert secret not in data
    two.trust()
    assert _code(import_package, two.reviewer, location, LEAD) == "key.no_team_identity"
    assert _code(import_package, two.reviewer, location, LEAD, new_identity()[0]) == "key.not_for_you"


def test_the_key_wrapped_when_the_call_began_opens_for_the_team_alone(two: Exchange) -> None:
    from assist.evidence.team import unwrap_with

    holder, wrapped = two.agent.db.execute(
        "SELECT holder, wrapped FROM wrapped_keys WHERE call_id = ?", [two.call]
    ).fetchone()
    assert holder == two.recipient
    assert unwrap_with(two.identity, bytes(wrapped)) == two.agent.call_key(two.call)
    assert _code(unwrap_with, new_identity()[0], bytes(wrapped)) == "key.not_for_you"


def test_an_unknown_device_is_shown_by_its_fingerprint_and_not_taken(two: Exchange) -> None:
    location = export_package(two.agent, two.call, two.share, AGENT)
    with pytest.raises(AssistProblem) as caught:
        import_package(two.reviewer, location, LEAD, two.identity)
    assert caught.value.code == "package.unknown_device"
    assert caught.value.params["fingerprint"] == own_fingerprint(two.agent) == look_at(location).fingerprint
    two.trust()
    assert trusted_devices(two.reviewer)[0].fingerprint == own_fingerprint(two.agent)


def test_a_package_signed_anew_with_another_key_is_refused(two: Exchange) -> None:
    location = Path(export_package(two.agent, two.call, two.share, AGENT))
    two.trust()
    line, _, sealed = location.read_bytes().split(b"\n", 2)
    forger = Ed25519PrivateKey.generate()
    header = parse_canonical(line)
    header["device"] = base64.b64encode(raw_public_key(forger.public_key())).decode()
    forged = canonical(header)
    signature = base64.b64encode(forger.sign(SIGNED + forged))
    location.write_bytes(forged + b"\n" + signature + b"\n" + sealed)
    assert _code(import_package, two.reviewer, str(location), LEAD, two.identity) == "package.rejected"


def test_every_changed_byte_of_a_package_is_noticed(two: Exchange) -> None:
    location = Path(export_package(two.agent, two.call, two.share, AGENT))
    two.trust()
    good = location.read_bytes()
    chance = random.Random(5)
    for _ in range(150):
        place = chance.randrange(len(good))
        changed = bytearray(good)
        changed[place] ^= 1 << chance.randrange(8)
        location.write_bytes(changed)
        code = _code(import_package, two.reviewer, str(location), LEAD, two.identity)
        assert code in {"package.rejected", "key.not_for_you", "package.unknown_device"}
    for cut in (0, 1, 50, len(good) // 2, len(good) - 1):
        location.write_bytes(good[:cut])
        assert _code(import_package, two.reviewer, str(location), LEAD, two.identity) == "package.rejected"
    assert two.reviewer.db.execute("SELECT count(*) FROM imported_entries").fetchone()[0] == 0
    location.write_bytes(good)
    import_package(two.reviewer, str(location), LEAD, two.identity)


def test_a_sender_who_leaves_out_or_changes_an_entry_is_caught_by_the_proofs(two: Exchange) -> None:
    two.agent.ledger.checkpoint()
    payload = unpack(pack(exchange._payload(two.agent, two.call)))
    origin, key = two.agent.description.origin, two.agent.public_key
    verify(payload, origin, two.call, key)
    fields = {name: getattr(payload, name) for name in type(payload).__dataclass_fields__}

    def changed(**new: object) -> str:
        return _code(verify, type(payload)(**{**fields, **new}), origin, two.call, key)

    assert changed(entries=payload.entries[:1] + payload.entries[2:]) == "package.rejected"
    assert changed(entries=payload.entries[:-1]) == "package.rejected"
    assert changed(bodies=dict(list(payload.bodies.items())[1:])) == "package.rejected"
    assert changed(proofs={}) == "package.rejected"
    assert changed(flac=payload.flac[:-1]) == "package.rejected"
    assert changed(checkpoint=payload.checkpoint.replace("\n", "\nx", 1)) == "package.rejected"
    seq, disclosed = next(iter(payload.bodies.items()))
    other = type(disclosed)(disclosed.salt, disclosed.body.replace(b"CASE-1", b"CASE-9"))
    assert changed(bodies={**payload.bodies, seq: other}) == "package.rejected"


def test_a_call_is_imported_once_and_never_into_its_own_store(two: Exchange) -> None:
    location = export_package(two.agent, two.call, two.share, AGENT)
    two.trust()
    import_package(two.reviewer, location, LEAD, two.identity)
    assert _code(import_package, two.reviewer, location, LEAD, two.identity) == "package.known"
    trust_device(two.agent, two.agent.description.origin, raw_public_key(two.agent.public_key), AGENT)
    assert _code(import_package, two.agent, location, AGENT, two.identity) == "package.known"


def test_imported_entries_are_read_only(two: Exchange) -> None:
    two.trust()
    import_package(two.reviewer, export_package(two.agent, two.call, two.share, AGENT), LEAD, two.identity)
    for statement in ("DELETE FROM imported_entries", "UPDATE imported_entries SET entry = x''"):
        with pytest.raises(Exception, match="read-only"):
            two.reviewer.db.execute(statement)
    with pytest.raises(Exception, match="read-only"):
        two.reviewer.db.execute(
            "INSERT OR REPLACE INTO imported_entries SELECT * FROM imported_entries LIMIT 1"
        )


def test_a_changed_import_is_found_by_its_check(two: Exchange) -> None:
    two.trust()
    import_package(two.reviewer, export_package(two.agent, two.call, two.share, AGENT), LEAD, two.identity)
    sound = next((two.reviewer.folder / "audio" / "imported").iterdir())
    good = sound.read_bytes()
    sound.write_bytes(good[:-1])
    assert _code(ImportedCalls(two.reviewer).check, two.call) == "record.sound_unreadable"
    sound.write_bytes(good)
    two.reviewer.db.execute("UPDATE imported_bodies SET salt = zeroblob(32)")
    assert _code(ImportedCalls(two.reviewer).check, two.call) == "package.rejected"


def test_exports_and_imports_are_in_both_ledgers_and_open_calls_stay(two: Exchange) -> None:
    two.trust()
    import_package(two.reviewer, export_package(two.agent, two.call, two.share, AGENT), LEAD, two.identity)
    types = [
        [json.loads(bytes(row[0]))["type"] for row in store.db.execute("SELECT entry FROM ledger")]
        for store in (two.agent, two.reviewer)
    ]
    assert "export.made" in types[0]
    assert types[1] == ["device.trusted", "package.imported"]
    two.agent.begin_call("0192f000-0000-7000-8000-000000000001", opened_body(), AGENT)
    open_call = two.agent.find_call("last").call_id
    assert _code(export_package, two.agent, open_call, two.share, AGENT) == "package.open"


def test_a_package_travels_through_any_place_that_fsspec_knows(two: Exchange) -> None:
    location = export_package(two.agent, two.call, "memory://packages", AGENT)
    assert location.startswith("memory://")
    two.trust()
    import_package(two.reviewer, location, LEAD, two.identity)
    assert (
        _code(import_package, two.reviewer, "memory://packages/none", LEAD, two.identity)
        == "package.unreachable"
    )
    assert _code(export_package, two.agent, two.call, "nosuch://x", AGENT) == "package.unreachable"


def test_without_a_team_key_there_is_no_package_and_a_wrong_key_is_told(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    call = record_call(store)
    assert _code(export_package, store, call, str(tmp_path), AGENT) == "package.no_recipient"
    assert _code(set_team_recipient, store, "age1wrong", AGENT) == "key.no_recipient"
    assert _code(keep_team_identity, store, "no", AGENT) == "key.no_identity"
    assert _code(team_identity, store) == "key.no_team_identity"
    store.close()


def test_on_a_reviewers_machine_roles_hold_for_imported_calls_too(tmp_path: Path) -> None:
    identity, recipient = new_identity()
    agent = open_store(tmp_path / "agent", source=MemoryKey())
    call = record_call(agent)
    location = export_package(agent, call, str(tmp_path / "share"), AGENT, recipient)
    team = Team(tmp_path / "team")
    lead, reviewer, other = team.lead, team.sign_in("陈静"), team.sign_in("王芳")
    assert _code(reviewer.take_in, location, identity) == "people.not_allowed"
    lead.trust(agent.description.origin, raw_public_key(agent.public_key))
    lead.take_in(location, identity)
    assert reviewer.imported_calls() == []
    assert _code(reviewer.read_call, call) == "people.not_yours"
    assert _code(other.read_call, call) == "people.not_yours"
    lead.assign(call, "陈静")
    assert [found.summary.call_id for found in reviewer.imported_calls()] == [call]
    assert reviewer.read_call(call)
    assert reviewer.sound(call)
    agent.close()
    team.store.close()


def test_an_imported_call_is_destroyed_by_two_people_like_an_own_one(tmp_path: Path) -> None:
    identity, recipient = new_identity()
    agent = open_store(tmp_path / "agent", source=MemoryKey())
    call = record_call(agent)
    location = export_package(agent, call, str(tmp_path / "share"), AGENT, recipient)
    team = Team(tmp_path / "team")
    team.lead.trust(agent.description.origin, raw_public_key(agent.public_key))
    team.lead.take_in(location, identity)
    asked = team.lead.ask(ApprovalKind.DELETION, call, "保存期已满")
    team.compliance.approve(asked.approval_id)
    over = RetentionDecision(date(2024, 1, 1), ("house",), "rules 1")
    team.lead.shred(call, asked.approval_id, over, date(2026, 1, 1))
    assert _code(team.lead.read_call, call) == "record.key_gone"
    assert [found.summary.state for found in team.lead.imported_calls()] == ["shredded"]
    assert not list((tmp_path / "team" / "audio" / "imported").iterdir())
    assert team.store.db.execute("SELECT count(*) FROM imported_bodies").fetchone()[0] == 0
    assert team.store.db.execute("SELECT count(*) FROM imported_entries").fetchone()[0] > 0
    assert agent.read_call(call, AGENT)
    agent.close()
    team.store.close()
