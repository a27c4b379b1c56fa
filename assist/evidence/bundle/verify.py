"""Checks an evidence bundle with nothing but Python 3: `python3 verify.py [FOLDER] [--fingerprint SHA256:...]`.

This file travels inside every bundle and is imported by the program that makes them; it imports the standard
library alone. Ed25519 is RFC 8032's verification in plain integers, the Merkle proofs are RFC 9162's, the
checkpoint C2SP's signed note, the folder RFC 8493's BagIt, the signature file OpenSSH's PROTOCOL.sshsig.

What it can't say: whose key it is. Compare the fingerprint that it prints with the one that you were given by
another way than this bundle.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

NAMESPACE = "callproof-bundle"
SIGNED = "tagmanifest-sha256.txt"
UNLISTED = {SIGNED, f"{SIGNED}.sig", f"{SIGNED}.ed25519", f"{SIGNED}.tsr"}
PROOF_HEAD = "c2sp.org/tlog-proof@v1"
FRAME_BYTES = 4
RECORD_SAMPLES = 8000
SPKI = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410)."""


class Finding(NamedTuple):
    """One thing that was checked."""

    check: str
    ok: bool | None
    """None: could not be checked here."""
    detail: str


Decoder = Callable[[Path], "bytes | None"]


class Broken(Exception):
    """What does not fit, in words."""


# --- Ed25519 (RFC 8032, section 5.1.7), points in extended coordinates ---------------------------------------

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]


def _add(a: Point, b: Point) -> Point:
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, t, y, z = f - e, h - g, f + e, h + g
    return x * t % P, z * y % P, t * z % P, x * y % P


def _times(scalar: int, point: Point) -> Point:
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = _add(total, point)
        point = _add(point, point)
        scalar >>= 1
    return total


def _point(data: bytes) -> Point | None:
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (not x and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


_BASE = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519_valid(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` (64 bytes) is `key`'s (32 bytes) for `message`."""
    if len(key) != 32 or len(signature) != 64 or _BASE is None:
        return False
    a, r, s = _point(key), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = _times(s, _BASE), _add(r, _times(k, a))
    return (
        not (left[0] * right[2] - right[0] * left[2]) % P
        and not (left[1] * right[2] - right[1] * left[2]) % P
    )


# --- the folder (BagIt) -------------------------------------------------------------------------------------


def _manifest(folder: Path, name: str) -> dict[str, str]:
    listed = {}
    for line in (folder / name).read_text("utf-8").splitlines():
        match = re.fullmatch(r"([0-9a-f]{64})  (.+)", line)
        if match is None or match[2] in listed or ".." in match[2].split("/") or match[2].startswith("/"):
            raise Broken(f"{name} is malformed")
        listed[match[2]] = match[1]
    return listed


def check_folder(folder: Path) -> str:
    """Every file is listed, every listed file is there and unchanged."""
    payload, tags = _manifest(folder, "manifest-sha256.txt"), _manifest(folder, SIGNED)
    if any(not name.startswith("data/") for name in payload) or any(
        name.startswith("data/") for name in tags
    ):
        raise Broken("a manifest lists what belongs to the other")
    for name, wanted in {**payload, **tags}.items():
        file = folder / name
        if not file.is_file() or file.is_symlink():
            raise Broken(f"{name} is missing")
        if hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            raise Broken(f"{name} was changed")
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}
    added = there - set(payload) - set(tags) - UNLISTED
    if added:
        raise Broken(f"{min(added)} was added")
    if "manifest-sha256.txt" not in tags:
        raise Broken("the list of files is not covered by the signature")
    return f"{len(payload) + len(tags)} files as listed, none added"


# --- signatures ---------------------------------------------------------------------------------------------


def public_key(folder: Path) -> bytes:
    """The 32 bytes in `pubkey.pem`."""
    return _pem_key((folder / "pubkey.pem").read_text("ascii"))


def _pem_key(pem: str) -> bytes:
    lines = pem.split()
    der = base64.b64decode(
        "".join(line for line in lines if "-" not in line and line not in ("BEGIN", "PUBLIC"))
    )
    if len(der) != len(SPKI) + 32 or not der.startswith(SPKI):
        raise Broken("a PEM file holds no Ed25519 key")
    return der[len(SPKI) :]


def _strings(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def fingerprint(key: bytes) -> str:
    """As `ssh-keygen -lf` prints it."""
    digest = hashlib.sha256(_strings(b"ssh-ed25519", key)).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def check_signatures(folder: Path) -> str:
    """Both signatures over the list of files, by the one key."""
    key, signed = public_key(folder), (folder / SIGNED).read_bytes()
    if not ed25519_valid(key, signed, (folder / f"{SIGNED}.ed25519").read_bytes()):
        raise Broken("the Ed25519 signature is wrong")
    armoured = (folder / f"{SIGNED}.sig").read_text("ascii").splitlines()
    if armoured[0] != "-----BEGIN SSH SIGNATURE-----" or armoured[-1] != "-----END SSH SIGNATURE-----":
        raise Broken("the SSH signature is malformed")
    public, name = _strings(b"ssh-ed25519", key), NAMESPACE.encode()
    head = b"SSHSIG" + (1).to_bytes(4, "big") + _strings(public, name, b"", b"sha512")
    head += (4 + 11 + 4 + 64).to_bytes(4, "big") + _strings(b"ssh-ed25519") + (64).to_bytes(4, "big")
    blob = base64.b64decode("".join(armoured[1:-1]), validate=True)
    covered = b"SSHSIG" + _strings(name, b"", b"sha512", hashlib.sha512(signed).digest())
    if blob[:-64] != head or not ed25519_valid(key, covered, blob[-64:]):
        raise Broken("the SSH signature is wrong")
    signers = (folder / "allowed_signers").read_text("utf-8").split()
    if f'namespaces="{NAMESPACE}"' not in signers or signers[-1] != base64.b64encode(public).decode():
        raise Broken("allowed_signers names another key")
    return "both signatures over the list of files are right"


class Head(NamedTuple):
    """The signed state of the ledger."""

    origin: str
    size: int
    root: bytes


def read_checkpoint(note: str, key: bytes) -> Head:
    """What the checkpoint says, if `key` signed it."""
    text, _, signed = note.partition("\n\n")
    origin, size, root = text.split("\n")[:3]
    key_id = hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]
    for line in signed.splitlines():
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or parts[1] != origin:
            continue
        blob = base64.b64decode(parts[2], validate=True)
        if blob[:4] == key_id and ed25519_valid(key, (text + "\n").encode(), blob[4:]):
            return Head(origin, int(size), base64.b64decode(root, validate=True))
    raise Broken("the checkpoint is not signed by this key")


def extends(first: Head, second: Head, proof: list[bytes]) -> bool:
    """RFC 9162, section 2.1.4.2: the second head's tree begins with the first's."""
    if first.origin != second.origin or not 0 < first.size <= second.size:
        return False
    if first.size == second.size:
        return not proof and first.root == second.root
    path = [first.root, *proof] if not first.size & (first.size - 1) else proof
    if not path:
        return False
    fn, sn = first.size - 1, second.size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    old = new = path[0]
    for step in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            old, new = (hashlib.sha256(b"\x01" + step + node).digest() for node in (old, new))
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            new = hashlib.sha256(b"\x01" + new + step).digest()
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and old == first.root and new == second.root


def cosigned_files(folder: Path) -> list[Path]:
    """Checkpoints that a second person signed, if the bundle holds any."""
    return sorted((folder / "data/anchors").glob("*.cosigned"))


def check_cosignature(folder: Path, head: Head) -> tuple[bool | None, str]:
    """A second person's key signed a state of the ledger that holds this call (C2SP tlog-cosignature v1)."""
    said = ""
    for file in cosigned_files(folder):
        note, base = file.read_text("utf-8"), file.with_suffix("")
        earlier = read_checkpoint(note, public_key(folder))
        proof = Path(f"{base}.cosigned-consistency").read_text("ascii").split()
        if not extends(earlier, head, [base64.b64decode(step, validate=True) for step in proof]):
            raise Broken("the cosigned checkpoint is not of this ledger")
        last = max(json.loads(line)["seq"] for line in _lines(folder, "data/ledger.jsonl"))
        if earlier.size < last:
            raise Broken("the cosigned checkpoint is older than the call")
        key = _pem_key(Path(f"{base}.cosigner.pem").read_text("ascii"))
        at = _cosigned_at(note, key)
        said = f"by {fingerprint(key)} at {time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(at))} UTC"
    return None, f"{said}: compare the fingerprint with the cosigner's"


def _cosigned_at(note: str, key: bytes) -> int:
    text, _, signed = note.partition("\n\n")
    for line in signed.splitlines():
        _, name, encoded = line.split(" ")
        blob = base64.b64decode(encoded, validate=True)
        wanted = hashlib.sha256(name.encode() + b"\n\x04" + key).digest()[:4]
        at = int.from_bytes(blob[4:12], "big")
        message = f"cosignature/v1\ntime {at}\n{text}\n".encode()
        if blob[:4] == wanted and len(blob) == 76 and ed25519_valid(key, message, blob[12:]):
            return at
    raise Broken("the cosignature is wrong")


# --- the ledger ---------------------------------------------------------------------------------------------


def included(leaf: bytes, index: int, head: Head, proof: list[bytes]) -> bool:
    """RFC 9162, section 2.1.3.2."""
    if not 0 <= index < head.size:
        return False
    node, fn, sn = hashlib.sha256(b"\x00" + leaf).digest(), index, head.size - 1
    for step in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = hashlib.sha256(b"\x01" + step + node).digest()
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = hashlib.sha256(b"\x01" + node + step).digest()
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == head.root


def _check_proof(folder: Path, entry: bytes, seq: int, head: Head, note: str) -> None:
    proof_text = (folder / f"data/proofs/{seq}.tlog-proof").read_text("utf-8")
    proof, _, covered = proof_text.partition("\n\n")
    lines = proof.split("\n")
    if lines[:2] != [PROOF_HEAD, f"index {seq - 1}"] or covered != note:
        raise Broken(f"the proof of entry {seq} belongs to something else")
    if not included(entry, seq - 1, head, [base64.b64decode(line, validate=True) for line in lines[2:]]):
        raise Broken(f"entry {seq} is not in the signed ledger")


def _lines(folder: Path, name: str) -> list[bytes]:
    return (folder / name).read_bytes().splitlines()


def check_ledger(folder: Path, head: Head) -> str:
    """The chain has no hole from the call's beginning to its end; the call's entries are in the signed tree."""
    note = (folder / "data/checkpoint.note").read_text("utf-8")
    call, encoded = _call(folder), _lines(folder, "data/ledger.jsonl")
    entries = [json.loads(line) for line in encoded]
    if not entries or entries[0]["type"] != "call.opened" or entries[-1]["type"] != "call.closed":
        raise Broken("the call's beginning or end is missing")
    if entries[0]["call"] != call or entries[-1]["call"] != call:
        raise Broken("the ledger's part is another call's")
    prev = ""
    for place, (entry, line) in enumerate(zip(entries, encoded)):  # noqa: B905 - of one length by making
        if (
            entry["log"] != head.origin
            or entry["seq"] != entries[0]["seq"] + place
            or prev not in ("", entry["prev"])
        ):
            raise Broken(f"entry {entry['seq']} does not follow the one before")
        prev = hashlib.sha256(line).hexdigest()
        if entry["call"] == call:
            _check_proof(folder, line, entry["seq"], head, note)
    later = _lines(folder, "data/custody-ledger.jsonl")
    for line in later:
        _check_proof(folder, line, json.loads(line)["seq"], head, note)
    own = sum(entry["call"] == call for entry in entries)
    return f"{own} entries of the call and {len(later)} of its custody, in order and in the signed ledger"


def _call(folder: Path) -> str:
    match = re.search(
        r"^External-Identifier: (.+)$", (folder / "bag-info.txt").read_text("utf-8"), re.MULTILINE
    )
    if match is None:
        raise Broken("bag-info.txt names no call")
    return match[1]


def _disclosed(folder: Path) -> dict[int, dict[str, Any]]:
    events = [
        json.loads(line) for name in ("events", "custody") for line in _lines(folder, f"data/{name}.jsonl")
    ]
    by_seq = {event["seq"]: event for event in events}
    if len(by_seq) != len(events):
        raise Broken("an entry's content is given twice")
    return by_seq


def _redactions(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "data/redactions.json").read_text("utf-8"))
    return found


def check_contents(folder: Path) -> str:
    """Every content fits the commitment in its entry; what is masked is declared."""
    call, events = _call(folder), _disclosed(folder)
    masked = set(_redactions(folder)["entries"])
    lines = _lines(folder, "data/ledger.jsonl") + _lines(folder, "data/custody-ledger.jsonl")
    encoded = {entry["seq"]: entry for entry in map(json.loads, lines)}
    custody = {json.loads(line)["seq"] for line in _lines(folder, "data/custody-ledger.jsonl")}
    wanted = {seq for seq, entry in encoded.items() if entry["call"] == call or seq in custody}
    if set(events) != wanted:
        raise Broken(f"the content of entry {min(set(events) ^ wanted)} is missing or too much")
    for seq, event in events.items():
        if "masked" in event:
            if seq not in masked:
                raise Broken(f"entry {seq} is masked and not declared")
            continue
        salt, body = base64.b64decode(event["salt"], validate=True), event["body"].encode()
        if not hmac.compare_digest(hmac.new(salt, body, hashlib.sha256).hexdigest(), encoded[seq]["commit"]):
            raise Broken(f"the content of entry {seq} was changed")
    if {seq for seq, event in events.items() if "masked" in event} != masked:
        raise Broken("the declared redactions are not those made")
    return f"{len(events) - len(masked)} contents proved, {len(masked)} masked and declared"


def bodies(folder: Path) -> list[tuple[int, str, dict[str, Any]]]:
    """Sequence, type and content of the call's own entries, masked ones as they are given."""
    types = {entry["seq"]: entry["type"] for entry in map(json.loads, _lines(folder, "data/ledger.jsonl"))}
    return [
        (seq, types[seq], event["masked"] if "masked" in event else json.loads(event["body"]))
        for seq, event in sorted(_disclosed(folder).items())
        if seq in types
    ]


def transcript_of(entries: list[tuple[int, str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """What was said, from the recogniser's finals; times in samples of 1/16000 s."""
    return [
        {
            "entry": seq,
            "channel": body["channel"],
            "start": body["words"][0]["start"],
            "end": body["words"][-1]["end"],
            "text": " ".join(word["text"] for word in body["words"]),
        }
        for seq, kind, body in entries
        if kind == "asr.final" and body["words"]
    ]


def check_transcript(folder: Path) -> str:
    """The transcript says what the entries say."""
    transcript = json.loads((folder / "data/transcript.json").read_text("utf-8"))
    if transcript != transcript_of(bodies(folder)):
        raise Broken("the transcript is not what the entries say")
    return f"{len(transcript)} utterances as in the entries"


# --- sound --------------------------------------------------------------------------------------------------


def decode_with_flac(file: Path) -> bytes | None:
    """Interleaved 16-bit PCM through the `flac` program; None where there is none."""
    program = shutil.which("flac")
    if program is None:
        return None
    raw = ["--force-raw-format", "--endian=little", "--sign=signed"]
    done = subprocess.run([program, "-dcs", *raw, str(file)], capture_output=True, check=False)
    if done.returncode:
        raise Broken("the sound can't be decoded")
    return done.stdout


def check_sound(folder: Path, decode: Decoder) -> tuple[bool | None, str]:
    """The sound is what was sealed, or, where numbers are silenced, every other half second is."""
    entries, file = bodies(folder), folder / "data/audio.flac"
    sealed = [body for _, kind, body in entries if kind == "audio.sealed"]
    if not sealed:
        raise Broken("no entry seals the sound")
    spans = _redactions(folder)["silenced"]
    if not spans:
        if hashlib.sha256(file.read_bytes()).hexdigest() != sealed[-1]["flac_sha256"]:
            raise Broken("the sound was changed")
        pcm = decode(file) if sealed[-1]["samples"] else None
        if pcm is not None and hashlib.sha256(pcm).hexdigest() != sealed[-1]["pcm_sha256"]:
            raise Broken("the sound is not what was recorded")
        return True, f"{sealed[-1]['samples'] / 16000:.1f} s as sealed"
    pcm = decode(file)
    if pcm is None:
        return None, "numbers are silenced in it; to prove the rest, install flac and run this again"
    return True, _check_pieces(folder, pcm, spans, entries)


def _check_pieces(
    folder: Path, pcm: bytes, spans: list[dict[str, Any]], entries: list[tuple[int, str, dict[str, Any]]]
) -> str:
    blocks = [body for _, kind, body in entries if kind == "audio.block"]
    pieces = json.loads((folder / "data/sound-pieces.json").read_text("utf-8"))
    if len(blocks) != len(pieces):
        raise Broken("the sound's pieces are not those recorded")
    place = proved = hidden = 0
    for block, hashes in zip(blocks, pieces):  # noqa: B905 - compared above
        joined = b"".join(bytes.fromhex(text) for text in hashes)
        if len(hashes) != block["records"] or hashlib.sha256(joined).hexdigest() != block["sha256"]:
            raise Broken("the sound's pieces are not those recorded")
        end = place + block["samples"]
        for number, wanted in enumerate(hashes):
            upto = end if number == len(hashes) - 1 else place + RECORD_SAMPLES
            touched = any(span["start"] < upto and place < span["end"] for span in spans)
            if touched:
                hidden += 1
            elif hashlib.sha256(pcm[place * FRAME_BYTES : upto * FRAME_BYTES]).hexdigest() != wanted:
                raise Broken(f"the sound at {place / 16000:.1f} s was changed")
            else:
                proved += 1
            place = upto
    rest = len(pcm) // FRAME_BYTES - place
    return f"{proved} half seconds as recorded, {hidden} with silenced numbers, {max(0, rest) / 16000:.1f} s unproved"


# --- all of it ----------------------------------------------------------------------------------------------


def check_bundle(folder: Path, expected: str = "", decode: Decoder = decode_with_flac) -> list[Finding]:
    """Every check, in order; a broken bundle gives a finding, never an exception."""
    findings: list[Finding] = []

    def run(name: str, check: Callable[[], str | tuple[bool | None, str]]) -> None:
        try:
            said = check()
        except Broken as error:
            findings.append(Finding(name, False, str(error)))
        except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            findings.append(Finding(name, False, f"it is damaged ({type(error).__name__}: {error})"))
        else:
            findings.append(Finding(name, *said) if isinstance(said, tuple) else Finding(name, True, said))

    def whose() -> tuple[bool | None, str]:
        found = fingerprint(public_key(folder))
        if expected and found != expected:
            raise Broken(f"signed by {found}, expected {expected}")
        return (True, found) if expected else (None, f"{found}: compare it with the one you were given")

    def head() -> Head:
        return read_checkpoint((folder / "data/checkpoint.note").read_text("utf-8"), public_key(folder))

    run("files", lambda: check_folder(folder))
    run("signatures", lambda: check_signatures(folder))
    run("key", whose)
    run("ledger", lambda: check_ledger(folder, head()))
    if cosigned_files(folder):
        run("cosignature", lambda: check_cosignature(folder, head()))
    run("contents", lambda: check_contents(folder))
    run("transcript", lambda: check_transcript(folder))
    run("sound", lambda: check_sound(folder, decode))
    return findings


def main(arguments: list[str]) -> int:
    """0: nothing was changed; 1: something was; 2: no bundle there."""
    expected = ""
    if "--fingerprint" in arguments:
        place = arguments.index("--fingerprint")
        expected = (arguments[place + 1 : place + 2] or [""])[0]
        del arguments[place : place + 2]
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    if not (folder / "bagit.txt").is_file():
        sys.stderr.write(f"{folder} is no evidence bundle: it has no bagit.txt\n")
        return 2
    findings = check_bundle(folder, expected)
    for finding in findings:
        mark = {True: "ok   ", False: "WRONG", None: "?    "}[finding.ok]
        sys.stdout.write(f"{mark} {finding.check}: {finding.detail}\n")
    whole = all(finding.ok is not False for finding in findings)
    sys.stdout.write(
        "Nothing was changed, removed or added.\n" if whole else "This is NOT what was exported.\n"
    )
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
