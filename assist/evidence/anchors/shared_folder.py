"""Checkpoints in a folder or share where the agent can't write over them, and the look back at them at start.

Files are `<store id>-<size>.note`, added and never replaced. What lies there is checked with the device's key
before it counts; a note of it that this ledger does not contain means that the records went backwards or were
rewritten, which is an alarm and no fault of the disk.

Thread: any but the GUI's: a share may take its time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import fsspec

from assist.evidence.anchors.cosigning import publish_proof
from assist.evidence.checkpoint import TreeHead, verify_checkpoint
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

SUFFIX = ".note"


@dataclass(frozen=True, slots=True)
class AnchoredCheckpoint:
    """A checkpoint as it lies outside the machine."""

    name: str
    note: str
    head: TreeHead


def anchor_checkpoint(store: EvidenceStore, place: str) -> AnchoredCheckpoint:
    """Put the newest checkpoint into `place` (a path or an fsspec address) and say so in the ledger.

    Raises `AssistProblem`: `anchor.rolled_back` where this ledger does not contain what lies there, and nothing is
    added then; `anchor.unreachable` where the place can't be used: try again later.
    """
    before = compare_with_anchors(store, place)
    with store.lock:
        note = store.ledger.checkpoint()
        head = verify_checkpoint(note, store.description.origin, store.description.origin, store.public_key)
    name = f"{store.description.store_id}-{head.size:012d}{SUFFIX}"
    try:
        system, path = fsspec.core.url_to_fs(place)
        system.makedirs(path, exist_ok=True)
        target = f"{path.rstrip('/')}/{name}"
        if not system.exists(target):
            with system.open(f"{target}.part", "wb") as out:
                out.write(note.encode())
            system.mv(f"{target}.part", target)
            if before is not None and before.head.size < head.size:
                publish_proof(store, place, head.size, before.head.size)
            store.note_store_event(
                "checkpoint.anchored", {"kind": "folder", "place": place, "size": head.size}
            )
    except (OSError, ValueError, ImportError) as error:
        raise _unreachable(place, error) from error
    return AnchoredCheckpoint(name, note, head)


def anchored_checkpoints(store: EvidenceStore, place: str) -> list[AnchoredCheckpoint]:
    """This store's checkpoints in `place`, oldest first; empty if there are none.

    Raises `AssistProblem`: `anchor.unreachable`, or `anchor.changed` for one that the device did not sign.
    """
    try:
        system, path = fsspec.core.url_to_fs(place)
        if not system.exists(path):
            return []
        found = sorted(system.glob(f"{path.rstrip('/')}/{store.description.store_id}-*{SUFFIX}"))
        notes = [(name.rsplit("/", 1)[-1], system.cat_file(name)) for name in found]
    except (OSError, ValueError, ImportError) as error:
        raise _unreachable(place, error) from error
    origin = store.description.origin
    anchored = []
    for name, data in notes:
        try:
            note = data.decode()
            head = verify_checkpoint(note, origin, origin, store.public_key)
        except ValueError as error:
            raise AssistProblem(
                "anchor.changed",
                "The kept checkpoint {name} in {place} is not this device's ({why}). Keep it and tell compliance.",
                name=name,
                place=place,
                why=str(error),
            ) from error
        anchored.append(AnchoredCheckpoint(name, note, head))
    return sorted(anchored, key=lambda checkpoint: checkpoint.head.size)


def compare_with_anchors(store: EvidenceStore, place: str) -> AnchoredCheckpoint | None:
    """The newest kept checkpoint, which this ledger contains like all before it; None if none is kept.

    To be called at start. Raises `AssistProblem` with the code `anchor.rolled_back` as the alarm.
    """
    anchored = anchored_checkpoints(store, place)
    with store.lock:
        tree = store.ledger.tree
        for checkpoint in anchored:
            head = checkpoint.head
            if head.size > tree.size or tree.root(head.size) != head.root:
                raise AssistProblem(
                    "anchor.rolled_back",
                    "The records went backwards or were rewritten: {signed} entries were signed and kept in "
                    "{place}, and the {now} here do not contain them. Stop, keep this machine as it is, and tell "
                    "compliance.",
                    signed=str(head.size),
                    place=place,
                    now=str(tree.size),
                )
    return anchored[-1] if anchored else None


def _unreachable(place: str, error: Exception) -> AssistProblem:
    return AssistProblem(
        "anchor.unreachable",
        "{place} can't be used for keeping checkpoints ({why}). Check the path and that the share is connected; "
        "recording goes on.",
        place=place,
        why=getattr(error, "strerror", None) or str(error),
    )
