"""A lead's installation cosigns the checkpoints that agents keep in a shared place, and agents take the cosignatures home.

In the place lie, by the agent's store id and the ledger's size: `<id>-<size>.note`, the signed checkpoint;
`<id>-<size>.proof`, the proof (RFC 9162, 2.1.4) from the checkpoint that was kept there before; and, from the lead,
`<id>-<size>.cosigned`, the note with one more signature line, and `cosigner-<key id>.pem`, the lead's public key. The
lead's store remembers the head that it cosigned last for each ledger and signs nothing that does not extend it.

Thread: any but the GUI's: a share may take its time.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import fsspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from assist.evidence.anchors.cosignature import cosign, cosigned_at, cosigner_id
from assist.evidence.checkpoint import TreeHead, parse_checkpoint, verify_checkpoint
from assist.evidence.durable import write_file
from assist.evidence.ledger import Actor
from assist.evidence.merkle import verify_consistency
from assist.evidence.people.roles import Right
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

NOTE, PROOF, COSIGNED = ".note", ".proof", ".cosigned"
REMEMBERED = "cosigned_head"
"""Kind of the lead's documents: the head cosigned last, by the ledger's origin."""
HOME = "anchors"
"""Below the agent's store: cosigned checkpoints that were taken home."""


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A checkpoint that was cosigned now."""

    origin: str
    size: int


@dataclass(frozen=True, slots=True)
class KeptCosignature:
    """A cosigned checkpoint that this store has taken home."""

    size: int
    name: str
    """The cosigner's."""
    utc_s: int
    """When it was cosigned, by the cosigner's clock."""


class _Place:
    """A folder or share; every fault of it is `anchor.unreachable`."""

    def __init__(self, place: str) -> None:
        self._place = place
        try:
            self._system, path = fsspec.core.url_to_fs(place)
        except (OSError, ValueError, ImportError) as error:
            raise self._away(error) from error
        self._path = path.rstrip("/")

    def names(self, suffix: str) -> list[str]:
        """Names of the files that end so."""
        try:
            return sorted(found.rsplit("/", 1)[-1] for found in self._system.glob(f"{self._path}/*{suffix}"))
        except (OSError, ValueError) as error:
            raise self._away(error) from error

    def read(self, name: str) -> bytes | None:
        """A file's content; None if it is not there."""
        try:
            path = f"{self._path}/{name}"
            return bytes(self._system.cat_file(path)) if self._system.exists(path) else None
        except (OSError, ValueError) as error:
            raise self._away(error) from error

    def add(self, name: str, content: bytes) -> None:
        """Put a file there, whole or not at all; one that is there stays."""
        try:
            path = f"{self._path}/{name}"
            if self._system.exists(path):
                return
            with self._system.open(f"{path}.part", "wb") as out:
                out.write(content)
            self._system.mv(f"{path}.part", path)
        except (OSError, ValueError) as error:
            raise self._away(error) from error

    def _away(self, error: Exception) -> AssistProblem:
        return AssistProblem(
            "anchor.unreachable",
            "{place} can't be used for keeping checkpoints ({why}). Check the path and that the share is connected; "
            "recording goes on.",
            place=self._place,
            why=getattr(error, "strerror", None) or str(error),
        )


def publish_proof(store: EvidenceStore, place: str, size: int, before: int) -> None:
    """Put the proof from the checkpoint kept before (of `before` entries) beside the one of `size` entries."""
    steps = store.ledger.tree.consistency_proof(before, size)
    text = "".join(
        f"{line}\n" for line in (str(before), *(base64.b64encode(step).decode() for step in steps))
    )
    _Place(place).add(f"{store.description.store_id}-{size:012d}{PROOF}", text.encode())


# --- the lead -------------------------------------------------------------------------------------------


def cosign_kept(store: EvidenceStore, place: str, by: Actor) -> list[Cosigned]:
    """Cosign the newest checkpoint of every trusted installation in `place` that has not been cosigned.

    Raises `AssistProblem`: `people.not_allowed`; `anchor.unreachable`; `anchor.not_signed` for a note that the trusted
    device did not sign; `anchor.not_an_extension` as the alarm for a ledger that went backwards or was rewritten. What
    was cosigned before the fault stays.
    """
    store.guard.check(by, Right.EXCHANGE)
    found = _Place(place)
    done = [
        one
        for origin, key in _trusted(store)
        if (one := _cosign_newest(store, found, origin, key, by)) is not None
    ]
    if done:
        mine = store.public_key
        found.add(_key_file(store.description.origin, mine), _pem(mine))
    return done


def _trusted(store: EvidenceStore) -> list[tuple[str, Ed25519PublicKey]]:
    with store.lock:
        rows = store.db.execute("SELECT origin, public_key FROM trusted_devices ORDER BY origin").fetchall()
    return [(origin, Ed25519PublicKey.from_public_bytes(bytes(raw))) for origin, raw in rows]


def _cosign_newest(
    store: EvidenceStore, place: _Place, origin: str, key: Ed25519PublicKey, by: Actor
) -> Cosigned | None:
    notes = {head.size: (name, note, head) for name, note, head in _notes_of(place, origin)}
    if not notes:
        return None
    name, note, head = notes[max(notes)]
    last = _remembered(store, origin)
    if last is not None and last.size == head.size and last.root == head.root:
        return None
    steps = [] if last is None or last.size >= head.size else _path_between(place, notes, last, head.size)
    signed = _signed(store, note, origin, key, last, steps)
    body = {"origin": origin, "size": head.size, "root": base64.b64encode(head.root).decode()}
    with store.lock:
        # Remembered before it is given away: a head that was signed must never be forgotten.
        store.note_store_event("checkpoint.cosigned", body, by)
        store.documents(REMEMBERED).put(origin, json.dumps(body).encode())
    place.add(name.removesuffix(NOTE) + COSIGNED, signed.encode())
    return Cosigned(origin, head.size)


def _signed(
    store: EvidenceStore,
    note: str,
    origin: str,
    key: Ed25519PublicKey,
    last: TreeHead | None,
    steps: Sequence[tuple[TreeHead, list[bytes]]],
) -> str:
    """The cosigned note; every step between kept checkpoints is proved, the last one by `cosign` itself."""
    before = last
    for head, proof in steps[:-1]:
        if before is None or not verify_consistency(before.size, head.size, proof, before.root, head.root):
            raise _no_extension(origin, last, head)
        before = head
    name = store.description.origin
    return cosign(
        note,
        origin=origin,
        device_key=key,
        last=before,
        consistency=steps[-1][1] if steps else [],
        name=name,
        key=store.signing_key,
        utc_s=store.clock.utc_ms() // 1000,
    )


def _path_between(
    place: _Place, notes: dict[int, tuple[str, str, TreeHead]], last: TreeHead, newest: int
) -> list[tuple[TreeHead, list[bytes]]]:
    """Heads and proofs that lead from `last` to the newest, each from the one before; checked by whoever signs."""
    path: list[tuple[TreeHead, list[bytes]]] = []
    size = newest
    while size > last.size:
        name, _, head = notes[size]
        before, proof = _proof(place, name.removesuffix(NOTE) + PROOF)
        path.append((head, proof))
        if before >= size or (before > last.size and before not in notes) or before < last.size:
            raise AssistProblem(
                "anchor.no_proof",
                "Between the checkpoint of {before} entries that was cosigned and the one of {now} there is no proof in "
                "the place. Let that installation keep a checkpoint there again; if it stays so, tell compliance.",
                before=str(last.size),
                now=str(newest),
            )
        size = before
    return path[::-1]


def _proof(place: _Place, name: str) -> tuple[int, list[bytes]]:
    """The size that a proof starts from, and its hashes; -1 for one that is not there or broken."""
    try:
        first, *steps = (place.read(name) or b"").decode().splitlines()
        return int(first), [base64.b64decode(step, validate=True) for step in steps]
    except (ValueError, binascii.Error):
        return -1, []


def _notes_of(place: _Place, origin: str) -> Iterator[tuple[str, str, TreeHead]]:
    """The readable notes of a ledger; whose they are is checked before one is signed."""
    for name in place.names(NOTE):
        try:
            note = (place.read(name) or b"").decode()
            head, _ = parse_checkpoint(note)
        except ValueError:
            continue
        if head.origin == origin:
            yield name, note, head


def _remembered(store: EvidenceStore, origin: str) -> TreeHead | None:
    content = store.documents(REMEMBERED).get(origin)
    if content is None:
        return None
    kept = json.loads(content)
    return TreeHead(kept["origin"], kept["size"], base64.b64decode(kept["root"]))


def _no_extension(origin: str, last: TreeHead | None, head: TreeHead) -> AssistProblem:
    return AssistProblem(
        "anchor.not_an_extension",
        "The ledger {origin} does not extend what was cosigned before ({before} entries; now {now}). It may "
        "have been rolled back or rewritten: keep both checkpoints and tell compliance.",
        origin=origin,
        before=str(last.size if last else 0),
        now=str(head.size),
    )


# --- the agent's installation ---------------------------------------------------------------------------


def take_cosignatures(store: EvidenceStore, place: str) -> list[KeptCosignature]:
    """Take home what a lead cosigned of this ledger in `place`; what is not good or not of this ledger stays there."""
    found = _Place(place)
    keys = [key for name in found.names(".pem") if (key := _public_key(found.read(name) or b"")) is not None]
    prefix = f"{store.description.store_id}-"
    taken = []
    for name in found.names(COSIGNED):
        size = name.removeprefix(prefix).removesuffix(COSIGNED)
        home = (
            store.folder / HOME / f"{int(size)}{COSIGNED}"
            if name.startswith(prefix) and size.isdigit()
            else None
        )
        if home is None or home.exists():
            continue
        note = (found.read(name) or b"").decode(errors="replace")
        good = next((one for key in keys if (one := _good(store, note, key)) is not None), None)
        if good is not None:
            kept, key = good
            home.parent.mkdir(exist_ok=True)
            write_file(home.with_suffix(".cosigner.pem"), _pem(key))
            write_file(home, note.encode())
            body = {"kind": "cosignature", "place": place, "size": kept.size, "by": kept.name}
            store.note_store_event("checkpoint.anchored", body)
            taken.append(kept)
    return taken


def kept_cosignatures(store: EvidenceStore) -> list[KeptCosignature]:
    """What was taken home, by size."""
    kept = []
    for file in (store.folder / HOME).glob(f"*{COSIGNED}"):
        key = _public_key(file.with_suffix(".cosigner.pem").read_bytes())
        good = _good(store, file.read_text("utf-8"), key) if key is not None else None
        if good is not None:
            kept.append(good[0])
    return sorted(kept, key=lambda one: one.size)


def cosignature_files(store: EvidenceStore, last_entry: int, size: int) -> dict[str, bytes]:
    """Files of the first cosigned checkpoint that covers `last_entry`, by name below a bundle's `data/`.

    `anchors/<size>.cosigned`, `anchors/<size>.cosigner.pem`, and `anchors/<size>.cosigned-consistency`: the hashes in
    base64, one a line, of the proof from it to the bundle's checkpoint of `size` entries. Empty if none covers it.
    """
    for kept in kept_cosignatures(store):
        if last_entry <= kept.size <= size:
            file = store.folder / HOME / f"{kept.size}{COSIGNED}"
            steps = store.ledger.tree.consistency_proof(kept.size, size)
            name = f"anchors/{kept.size}"
            return {
                f"{name}.cosigned": file.read_bytes(),
                f"{name}.cosigner.pem": file.with_suffix(".cosigner.pem").read_bytes(),
                f"{name}.cosigned-consistency": "".join(
                    base64.b64encode(step).decode() + "\n" for step in steps
                ).encode(),
            }
    return {}


def _good(
    store: EvidenceStore, note: str, key: Ed25519PublicKey
) -> tuple[KeptCosignature, Ed25519PublicKey] | None:
    """What a note says if the device and `key` signed it and this ledger contains its head; else None."""
    origin = store.description.origin
    try:
        head = verify_checkpoint(note, origin, origin, store.public_key)
        _, signatures = parse_checkpoint(note)
        name = next(line.name for line in signatures if line.key_id == cosigner_id(line.name, key))
        utc_s = cosigned_at(note, name, key)
    except (ValueError, StopIteration):
        return None
    with store.lock:
        tree = store.ledger.tree
        if head.size > tree.size or tree.root(head.size) != head.root:
            return None
    return KeptCosignature(head.size, name, utc_s), key


def _key_file(name: str, key: Ed25519PublicKey) -> str:
    return f"cosigner-{cosigner_id(name, key).hex()}.pem"


def _pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def _public_key(pem: bytes) -> Ed25519PublicKey | None:
    try:
        key = serialization.load_pem_public_key(pem)
    except ValueError:
        return None
    return key if isinstance(key, Ed25519PublicKey) else None
