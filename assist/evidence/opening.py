"""Opening a store's database: its key, its one file, its tables; an unfinished change of keys is finished first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from assist.evidence.database import connect, utils
from assist.evidence.derive import KEY_BYTES, derive_key
from assist.evidence.description import DATABASE, StoreDescription, write_description
from assist.evidence.keys import KeySource, store_key
from assist.evidence.migrations import migrations
from assist.evidence.rotation import finish_rotation
from assist.problems import AssistProblem

MakeKeySource = Callable[[Path, str], KeySource]
"""From the store's folder and id to where its key is kept."""


def open_database(
    folder: Path, description: StoreDescription, make_key_source: MakeKeySource
) -> tuple[Database, bytes]:
    """The migrated database and the store's key; both are made only for a store that never had a database."""
    path = folder / DATABASE
    exists = path.exists()
    if description.has_database and not exists:
        raise AssistProblem(
            "store.missing",
            "The record's database {path} is missing. Restore it from a backup.",
            path=str(path),
        )
    source = make_key_source(folder, description.store_id)
    kept = store_key(source, store_exists=exists)
    key, previous = kept[:KEY_BYTES], kept[KEY_BYTES:]
    if previous:
        if exists:
            finish_rotation(path, key, previous)
        source.keep(key)
    db = utils(connect(path, derive_key(key, "database"), create=not exists))
    try:
        migrations.apply(db)
        if not description.has_database:
            write_description(folder, description, has_database=True)
    except BaseException:
        db.conn.close()
        raise
    return db, key
