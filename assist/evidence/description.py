"""What is known of a store without its key: `store.json` in its folder."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assist.evidence.durable import make_folder, write_file
from assist.problems import AssistProblem

DATABASE = "evidence.db"
DESCRIPTION = "store.json"


@dataclass(frozen=True, slots=True)
class StoreDescription:
    """What is known of a store without its key."""

    store_id: str
    kind: str
    """`live` or `demo`."""
    has_database: bool = False
    """Whether its database was ever made: one that is missing then is a loss, not a beginning."""

    @property
    def origin(self) -> str:
        """The ledger's origin: unique to this installation's store."""
        return f"evenhand.local/{self.kind}/{self.store_id}"


def describe(folder: Path, kind: str) -> StoreDescription:
    """The folder's description, written if the folder is new; a folder of another kind is refused."""
    path = folder / DESCRIPTION
    if path.exists():
        kept = _read_description(path)
        if kept["kind"] != kind:
            raise AssistProblem(
                "store.other_kind",
                "{folder} holds a {found} store, not a {wanted} one. Choose another data folder.",
                folder=str(folder),
                found=kept["kind"],
                wanted=kind,
            )
        return StoreDescription(kept["store_id"], kept["kind"], kept.get("has_database", False))
    if (folder / DATABASE).exists():
        raise AssistProblem(
            "store.no_description",
            "{folder} holds records whose description store.json is missing. Restore it from a backup.",
            folder=str(folder),
        )
    description = StoreDescription(uuid.uuid4().hex[:16], kind)
    write_description(folder, description, has_database=False)
    return description


def _read_description(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged_description(path) from error
    if not isinstance(kept, dict) or not {"store_id", "kind"} <= set(kept):
        raise _damaged_description(path)
    return kept


def _damaged_description(path: Path) -> AssistProblem:
    return AssistProblem(
        "store.description_damaged",
        "{path}, which describes the records, can't be read. Restore it from a backup; the records were not touched.",
        path=str(path),
    )


def write_description(folder: Path, description: StoreDescription, *, has_database: bool) -> None:
    content = {
        "store_id": description.store_id,
        "kind": description.kind,
        "format": 1,
        "has_database": has_database,
        "note": "Invented calls only; the key lies beside the records." if description.kind == "demo" else "",
    }
    try:
        make_folder(folder)
        write_file(folder / DESCRIPTION, json.dumps(content, indent=1).encode())
    except OSError as error:
        raise AssistProblem(
            "store.unwritable",
            "The records' folder {folder} can't be written ({why}). Give yourself write access to it, or set "
            "EVENHAND_DATA to another folder.",
            folder=str(folder),
            why=error.strerror or str(error),
        ) from error
