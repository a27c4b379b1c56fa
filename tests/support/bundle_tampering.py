"""Evidence bundles for tests, and what forgers do to them: edits, deletions, additions, signing anew."""

from __future__ import annotations

import hashlib
import io
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import soundfile
import uuid6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from assist.evidence.bundle.export import export_bundle
from assist.evidence.bundle.sshsig import allowed_signer, ssh_signature
from assist.evidence.bundle.verify import SIGNED
from assist.evidence.checkpoint import parse_checkpoint, sign_checkpoint
from assist.evidence.store import EvidenceStore
from tests.support.evidence_stores import AGENT, opened_body, record_call, sound

SECOND = 16_000
NUMBER_WORDS = ("一三八零零", "一三八零零零")


def call_with_number(store: EvidenceStore, seed: int = 1) -> str:
    """Twelve and a half seconds in which the customer says a telephone number from 3 s to 5 s; returns its id."""
    call_id = str(uuid6.uuid7())
    record = store.begin_call(call_id, opened_body(), AGENT)
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    for pcm in sound(25, seed):
        spool.write(pcm)
    spool.finish()
    words = [
        {"text": text, "start": place * SECOND, "end": (place + 1) * SECOND, "confidence_milli": 900}
        for place, text in enumerate(["我的电话", *NUMBER_WORDS], start=2)
    ]
    clean = [{"text": "您好", "start": SECOND, "end": 2 * SECOND, "confidence_milli": 900}]
    for number, (channel, said) in enumerate([("agent", clean), ("customer", words)]):
        body = {"channel": channel, "utterance": number, "heard_until": 6 * SECOND, "words": said}
        record.append("asr.final", body, "system", "system")
    assert record.close({"outcome": "promise"}).verified
    return call_id


def make_bundle(store: EvidenceStore, folder: Path, *, full: bool = False, seed: int = 1) -> Path:
    """A bundle of a call between two others, from a store of the kind `demo`."""
    record_call(store, seed=seed + 1)
    call_id = call_with_number(store, seed)
    record_call(store, seed=seed + 2)
    session = store.people.open_session(AGENT.name)
    return export_bundle(store, session, call_id, folder, full=full).folder


def manifests_anew(bundle: Path) -> None:
    """Both lists as they would be written for what is there now; the signatures stay."""
    data = sorted(
        path.relative_to(bundle).as_posix() for path in (bundle / "data").rglob("*") if path.is_file()
    )
    _list(bundle, "manifest-sha256.txt", data)
    tags = sorted(
        path.name for path in bundle.iterdir() if path.is_file() and not path.name.startswith(SIGNED)
    )
    _list(bundle, SIGNED, tags)


def sign_anew(bundle: Path, key: Ed25519PrivateKey) -> None:
    """Lists and signatures anew by `key`; the key's files stay."""
    manifests_anew(bundle)
    listed = (bundle / SIGNED).read_bytes()
    (bundle / f"{SIGNED}.ed25519").write_bytes(key.sign(listed))
    (bundle / f"{SIGNED}.sig").write_text(ssh_signature(listed, key), "utf-8")


def take_over(bundle: Path, key: Ed25519PrivateKey, *, checkpoint: bool) -> None:
    """A forger's key in place of the device's, with or without signing the ledger's checkpoint anew as well."""
    public = key.public_key()
    note = (bundle / "data/checkpoint.note").read_text("utf-8")
    head, _ = parse_checkpoint(note)
    (bundle / "pubkey.pem").write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    (bundle / "allowed_signers").write_text(allowed_signer(head.origin, public), "utf-8")
    if checkpoint:
        forged = sign_checkpoint(head, head.origin, key)
        for path in [bundle / "data/checkpoint.note", *(bundle / "data/proofs").iterdir()]:
            path.write_text(path.read_text("utf-8").replace(note, forged), "utf-8")
    sign_anew(bundle, key)


def tampered(
    bundle: Path, work: Path, chance: random.Random, device_key: Ed25519PrivateKey
) -> tuple[Path, str]:
    """A copy of the bundle with one forgery, and what it is. The caller removes it."""
    copy = work / "forged"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(bundle, copy)
    forge = chance.choice(FORGERIES)
    return copy, f"{forge.__name__.strip('_')} {forge(copy, chance, device_key)}"


def _any_file(bundle: Path, chance: random.Random) -> Path:
    return chance.choice(sorted(path for path in bundle.rglob("*") if path.is_file()))


def _flip_a_bit(bundle: Path, chance: random.Random, _: Ed25519PrivateKey) -> str:
    path = _any_file(bundle, chance)
    data = bytearray(path.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 1 << chance.randrange(8)
    path.write_bytes(bytes(data))
    return f"{path.relative_to(bundle)} at {place}"


def _cut_off(bundle: Path, chance: random.Random, _: Ed25519PrivateKey) -> str:
    path = _any_file(bundle, chance)
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])
    return str(path.relative_to(bundle))


def _delete(bundle: Path, chance: random.Random, _: Ed25519PrivateKey) -> str:
    path = _any_file(bundle, chance)
    path.unlink()
    return str(path.relative_to(bundle))


def _add(bundle: Path, chance: random.Random, _: Ed25519PrivateKey) -> str:
    name = chance.choice(["data/more.txt", "data/proofs/9999.tlog-proof", "note.txt", "data/sub/audio.flac"])
    (bundle / name).parent.mkdir(exist_ok=True)
    (bundle / name).write_text("added", "utf-8")
    return name


def _swap(bundle: Path, chance: random.Random, _: Ed25519PrivateKey) -> str:
    one, other = chance.sample(sorted((bundle / "data/proofs").iterdir()), 2)
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)
    return f"{one.name} {other.name}"


def _edit_and_list_anew(bundle: Path, chance: random.Random, key: Ed25519PrivateKey) -> str:
    what = _edit_content(bundle, chance)
    manifests_anew(bundle)
    return what


def _edit_and_sign_with_the_devices_key(bundle: Path, chance: random.Random, key: Ed25519PrivateKey) -> str:
    what = _edit_content(bundle, chance)
    sign_anew(bundle, key)
    return what


def _sign_with_another_key(bundle: Path, chance: random.Random, _: Ed25519PrivateKey) -> str:
    whole = chance.random() < 0.5
    take_over(bundle, Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)), checkpoint=whole)
    return "with the checkpoint" if whole else "without the checkpoint"


FORGERIES: list[Callable[[Path, random.Random, Ed25519PrivateKey], str]] = [
    _flip_a_bit,
    _cut_off,
    _delete,
    _add,
    _swap,
    _edit_and_list_anew,
    _edit_and_sign_with_the_devices_key,
    _sign_with_another_key,
]


def _edit_content(bundle: Path, chance: random.Random) -> str:
    """A change that only the ledger's commitments, chain and proofs can tell: the lists are made anew after it."""
    data = bundle / "data"
    kind = chance.choice(
        ["body", "drop event", "drop entry", "swap entries", "entry", "transcript", "sound", "proof"]
    )
    if kind == "sound":
        frames, rate = soundfile.read(str(data / "audio.flac"), dtype="int16", always_2d=True)
        frames[chance.randrange(8 * SECOND, len(frames)), 0] ^= 1
        out = io.BytesIO()
        soundfile.write(out, frames, rate, subtype="PCM_16", format="FLAC")
        (data / "audio.flac").write_bytes(out.getvalue())
    elif kind == "transcript":
        path = data / "transcript.json"
        path.write_text(path.read_text("utf-8").replace("您好", "你好"), "utf-8")
    elif kind == "proof":
        chance.choice(sorted((data / "proofs").iterdir())).unlink()
    else:
        _edit_lines(data, kind, chance)
    return kind


def _edit_lines(data: Path, kind: str, chance: random.Random) -> None:
    path = data / ("events.jsonl" if kind in {"body", "drop event"} else "ledger.jsonl")
    lines = path.read_text("utf-8").splitlines()
    place = chance.randrange(len(lines))
    if kind.startswith("drop"):
        del lines[place]
    elif kind == "swap entries":
        other = (place + 1) % len(lines)
        lines[place], lines[other] = lines[other], lines[place]
    elif kind == "entry":
        entry = json.loads(lines[place])
        entry["ts_utc_ms"] += 1
        lines[place] = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    else:
        provable = [number for number, line in enumerate(lines) if "body" in json.loads(line)]
        place = chance.choice(provable)
        event = json.loads(lines[place])
        event["body"] = event["body"].replace('"actor":"', '"actor":"x')
        lines[place] = json.dumps(event, ensure_ascii=False)
    path.write_text("".join(line + "\n" for line in lines), "utf-8")


def _list(bundle: Path, name: str, files: list[str]) -> None:
    lines = [f"{hashlib.sha256((bundle / file).read_bytes()).hexdigest()}  {file}\n" for file in files]
    (bundle / name).write_text("".join(lines), "utf-8")
