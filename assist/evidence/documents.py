"""Working data that is no evidence (cases, settings of the team), kept in the same encrypted database.

A document is bytes under a kind and a name; it may change and go. Thread: any; the store's lock is taken.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Document:
    """One document."""

    name: str
    content: bytes
    updated_utc_ms: int


class Documents:
    """The documents of one kind."""

    def __init__(self, db: Database, lock: threading.RLock, kind: str, utc_ms: Callable[[], int]) -> None:
        self._db = db
        self._lock = lock
        self._kind = kind
        self._utc_ms = utc_ms

    def put(self, name: str, content: bytes) -> None:
        """Keep a document; one of the same name is replaced."""
        row = {"kind": self._kind, "name": name, "content": content, "updated_utc_ms": self._utc_ms()}
        with self._lock:
            self._db.table("documents").upsert(row, pk=("kind", "name"))

    def put_many(self, contents: dict[str, bytes]) -> None:
        """Keep several documents, all or none."""
        now = self._utc_ms()
        rows = [
            {"kind": self._kind, "name": name, "content": content, "updated_utc_ms": now}
            for name, content in contents.items()
        ]
        with self._lock:
            self._db.table("documents").upsert_all(rows, pk=("kind", "name"))

    def get(self, name: str) -> bytes | None:
        """A document's content; None if there is none of this name."""
        with self._lock:
            row = self._db.execute(
                "SELECT content FROM documents WHERE kind = ? AND name = ?", [self._kind, name]
            ).fetchone()
        return None if row is None else bytes(row[0])

    def all(self) -> list[Document]:
        """Every document, by name."""
        with self._lock:
            rows = self._db.execute(
                "SELECT name, content, updated_utc_ms FROM documents WHERE kind = ? ORDER BY name",
                [self._kind],
            ).fetchall()
        return [Document(name, bytes(content), updated) for name, content, updated in rows]

    def remove(self, name: str) -> None:
        """Let a document go; none of this name is no fault."""
        with self._lock:
            self._db.execute("DELETE FROM documents WHERE kind = ? AND name = ?", [self._kind, name])
