"""What goes into a bundle, gathered from the store in one moment: the ledger's part, contents, proofs, sound.

The chain is given without a hole from `call.opened` to `call.closed`, entries of other calls in between included
(they hold no personal data). What was written about the call later (looks, playbacks, exports, notes) is given
entry by entry, each with its proof.

Thread: any but the GUI's.
"""

from __future__ import annotations

import base64
import io
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import soundfile

from assist.evidence.anchors.cosigning import cosignature_files
from assist.evidence.anchors.in_bundle import dating_files
from assist.evidence.bundle.redaction import SilencedSpan, piece_hashes, silence, silenced_spans
from assist.evidence.bundle.verify import PROOF_HEAD, transcript_of
from assist.evidence.checkpoint import parse_checkpoint
from assist.evidence.entry import LedgerEntry
from assist.evidence.keys import unseal
from assist.evidence.ledger import body_context
from assist.evidence.masking import mask_body
from assist.evidence.sound_archive import RATE_HZ, decrypt_file

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

CUSTODY_TYPES = frozenset({"access.viewed", "access.played", "export.made"})


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Files below the bundle's `data/`, by name."""

    files: dict[str, bytes]
    samples: int
    origin: str
    masked_entries: int
    silenced: tuple[SilencedSpan, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    entry: LedgerEntry
    encoded: bytes
    salt: bytes
    body: bytes

    @property
    def value(self) -> dict[str, Any]:
        value: dict[str, Any] = json.loads(self.body)
        return value


def gather(store: EvidenceStore, call_id: str, *, full: bool) -> BundleContents:
    """Everything, masked unless `full`. Takes the store's lock; the access must be in the ledger already."""
    with store.lock:
        summary = store.find_call(call_id)
        note = store.ledger.checkpoint()
        head, _ = parse_checkpoint(note)
        own = _own(store, call_id)
        first = next(content.entry.seq for content in own if content.entry.type == "call.opened")
        last = next(content.entry.seq for content in reversed(own) if content.entry.type == "call.closed")
        chain = [
            bytes(row[0])
            for row in store.db.execute(
                "SELECT entry FROM ledger WHERE seq BETWEEN ? AND ? ORDER BY seq", [first, last]
            )
        ]
        custody = [content for content in own if content.entry.seq > last] + _custody(store, call_id, last)
        flac = decrypt_file(store.folder / summary.sound_path, store.call_key(call_id), call_id)
        proved = [content for content in own if content.entry.seq <= last]
        proofs = {
            content.entry.seq: store.ledger.tree.inclusion_proof(content.entry.seq - 1, head.size)
            for content in proved + custody
        }
        dating = {**dating_files(store, last, head.size), **cosignature_files(store, last, head.size)}
    custody.sort(key=lambda content: content.entry.seq)
    spans = [] if full else _spans(proved, summary.samples)
    pieces: list[list[str]] = []
    if spans:
        flac, pieces = _silenced_sound(flac, spans, proved)
    events, masked = _events(proved, full=full)
    looks, masked_looks = _events(custody, full=full)
    shown = [(line["seq"], line.get("masked") or json.loads(line["body"])) for line in events]
    types = {content.entry.seq: content.entry.type for content in proved}
    transcript = transcript_of([(seq, types[seq], body) for seq, body in shown])
    redactions = {
        "entries": sorted(masked + masked_looks),
        "silenced": [asdict(span) for span in spans],
        "rule": "" if full else "seven or more digits in a row",
    }
    files = {
        "audio.flac": flac,
        "ledger.jsonl": _joined(chain),
        "custody-ledger.jsonl": _joined([content.encoded for content in custody]),
        "events.jsonl": _json_lines(events),
        "custody.jsonl": _json_lines(looks),
        "transcript.json": _json(transcript),
        "redactions.json": _json(redactions),
        "checkpoint.note": note.encode(),
        **dating,
        **({"sound-pieces.json": _json(pieces)} if spans else {}),
        **{f"proofs/{seq}.tlog-proof": _proof(seq, proof, note) for seq, proof in proofs.items()},
    }
    return BundleContents(files, summary.samples, head.origin, len(masked + masked_looks), tuple(spans))


def _own(store: EvidenceStore, call_id: str) -> list[_Content]:
    key = store.call_key(call_id)
    rows = store.db.execute(
        "SELECT ledger.seq, entry, salt, sealed FROM ledger JOIN bodies ON bodies.seq = ledger.seq"
        " WHERE call_id = ? ORDER BY ledger.seq",
        [call_id],
    ).fetchall()
    return [_content(row, key, call_id) for row in rows]


def _custody(store: EvidenceStore, call_id: str, after: int) -> list[_Content]:
    rows = store.db.execute(
        "SELECT ledger.seq, entry, salt, sealed FROM ledger JOIN bodies ON bodies.seq = ledger.seq"
        " WHERE call_id = '' AND ledger.seq > ? ORDER BY ledger.seq",
        [after],
    ).fetchall()
    found = []
    for row in rows:
        if LedgerEntry.decode(bytes(row[1])).type in CUSTODY_TYPES:
            content = _content(row, store.store_body_key, "")
            if content.value.get("call") == call_id:
                found.append(content)
    return found


def _content(row: tuple[int, bytes, bytes, bytes], key: bytes, call_id: str) -> _Content:
    seq, encoded, salt, sealed = row
    body = unseal(key, bytes(sealed), body_context(call_id, seq))
    return _Content(LedgerEntry.decode(bytes(encoded)), bytes(encoded), bytes(salt), body)


def _spans(contents: list[_Content], samples: int) -> list[SilencedSpan]:
    return [
        span
        for content in contents
        if content.entry.type == "asr.final"
        for span in silenced_spans(content.entry.seq, content.value, samples)
    ]


def _silenced_sound(
    flac: bytes, spans: list[SilencedSpan], contents: list[_Content]
) -> tuple[bytes, list[list[str]]]:
    pcm, _ = soundfile.read(io.BytesIO(flac), dtype="int16", always_2d=True)
    blocks = [content.value for content in contents if content.entry.type == "audio.block"]
    pieces = piece_hashes(pcm, blocks)
    out = io.BytesIO()
    soundfile.write(out, silence(pcm, spans), RATE_HZ, subtype="PCM_16", format="FLAC")
    return out.getvalue(), pieces


def _events(contents: list[_Content], *, full: bool) -> tuple[list[dict[str, Any]], list[int]]:
    lines: list[dict[str, Any]] = []
    masked = []
    for content in contents:
        shown = content.value if full else mask_body(content.value)
        if shown == content.value:
            salt = base64.b64encode(content.salt).decode()
            lines.append({"seq": content.entry.seq, "salt": salt, "body": content.body.decode()})
        else:
            masked.append(content.entry.seq)
            lines.append({"seq": content.entry.seq, "masked": shown})
    return lines, masked


def _proof(seq: int, proof: list[bytes], note: str) -> bytes:
    """C2SP's tlog-proof: the leaf's index, the hashes, and the checkpoint that they lead to."""
    steps = [base64.b64encode(step).decode() for step in proof]
    return ("\n".join([PROOF_HEAD, f"index {seq - 1}", *steps]) + "\n\n" + note).encode()


def _joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _json_lines(values: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()
