"""T13: calls are destroyed, then every block of the disk is searched for their keys, salts and words, also in pages
that the store's own key still decrypts. Held calls are refused, the ledger verifies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assist.evidence import database
from assist.evidence.derive import derive_key
from assist.evidence.integrity import check_store
from assist.evidence.people.approvals import ApprovalKind
from assist.evidence.people.session import StoreSession
from assist.evidence.retention import shredding
from assist.evidence.retention.rules import RetentionDecision
from assist.evidence.store import EvidenceStore
from assist.problems import AssistProblem
from tests.reliability.carving import disk_image, flush, found_in
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.evidence_stores import MemoryKey, open_store, record_call

TITLE = "destroyed calls are gone from the disk"
MODELS = (
    "a real ext4 file system on an image file whose every block is searched (without root: the store's files only); "
    "a drive that moves blocks by itself is not modelled. The control sets `secure_delete` off and leaves the log's "
    "blocks as they are: there the wrapped keys must be found."
)
FULL, CHUNK, SMALL = 200, 20, 3
OVER = RetentionDecision(date(2020, 1, 1), ("house",), "rules 1")
TODAY = date(2026, 1, 1)


def run(count: int, report: Report) -> list[Result]:
    """`count` destroyed calls beside as many that stay, and the control with a few."""
    failures, where = _destroy(count, report, careless=False)
    control, _ = _destroy(min(count, 5), Report(report.first), careless=True)
    found = [failure for failure in control if "found" in failure]
    return [
        Result("T13", count, len(failures), "; ".join([where, *failures[:5]])),
        Result(
            "T13 control",
            min(count, 5),
            0 if found else 1,
            f"without care remains of {len(found)} calls are found (must be some)",
        ),
    ]


def _destroy(count: int, report: Report, *, careless: bool) -> tuple[list[str], str]:
    folder = scratch("t13")
    try:
        with _disk(folder) as (place, image):
            failures = _trials(count, report, place / "store", image, careless=careless)
            return failures, "an ext4 image" if image else "the store's files"
    finally:
        remove(folder)


@contextmanager
def _disk(folder: Path) -> Iterator[tuple[Path, Path | None]]:
    """An image where that is possible, else the folder itself. Faults inside are the caller's own."""
    mounting = disk_image(folder)
    try:
        place, image = mounting.__enter__()
    except OSError:
        yield folder, None
        return
    try:
        yield place, image
    finally:
        mounting.__exit__(None, None, None)


def _trials(count: int, report: Report, folder: Path, image: Path | None, *, careless: bool) -> list[str]:
    key = MemoryKey()
    store = open_store(folder, kind="demo", source=key)
    calls = []
    for trial in range(count):
        words = f"第{report.first + trial}通：我的身份证号是11010119900307{trial:04d}"
        calls.append((record_call(store, 1, words, seed=trial), words, record_call(store, 1, seed=trial)))
    # A session in between, so that old pages lie in a log that was already given back.
    store.close()
    store = open_store(folder, kind="demo", source=key)
    wanted = {call: _secrets(store, call, words) for call, words, _ in calls}
    with _carelessness(store) if careless else _care():
        failures = [fault for call, _, kept in calls if (fault := _shred(store, call, kept))]
        report_ok = check_store(store)
        if not report_ok.ok:
            failures += [str(fault) for fault in report_ok.faults[:3]]
        store.close()
    assert key.key is not None
    if image is not None:
        flush(folder)
    data = image.read_bytes() if image else b"".join(path.read_bytes() for path in _files(folder))
    flat = {f"{call} {name}": secret for call, secrets in wanted.items() for name, secret in secrets.items()}
    found = found_in(data, derive_key(key.key, "database"), flat)
    failures += [f"found: {' '.join(names)}" for names in _by_call(found)]
    report(count)
    return failures


def _by_call(found: set[str]) -> list[list[str]]:
    calls = sorted({name.split(" ")[0] for name in found})
    return [[name.split(" ")[1] for name in sorted(found) if name.startswith(call)] for call in calls]


def _secrets(store: EvidenceStore, call: str, words: str) -> dict[str, bytes]:
    row = store.db.execute("SELECT wrapped_key FROM calls WHERE call_id = ?", [call]).fetchone()
    bodies = store.db.execute(
        "SELECT salt, sealed FROM bodies WHERE seq IN (SELECT seq FROM ledger WHERE call_id = ?)", [call]
    ).fetchall()
    secrets = {"key": store.call_key(call), "wrapped": bytes(row[0]), "words": words.encode()}
    for number, (salt, sealed) in enumerate(bodies):
        secrets[f"salt{number}"] = bytes(salt)
        secrets[f"body{number}"] = bytes(sealed)[:48]
    return secrets


def _shred(store: EvidenceStore, call: str, kept: str) -> str:
    lead, second = (store.people.open_session(name) for name in ("李娜", "赵敏"))
    for target, held in ((kept, True), (call, False)):
        if held:
            lead.hold(target, "诉讼")
        asked = lead.ask(ApprovalKind.DELETION, target, "保存期已满")
        second.approve(asked.approval_id)
        code = _code(lead, target, asked.approval_id)
        if code != ("shred.held" if held else ""):
            return f"held {held}: {code or 'destroyed'}"
    return "" if lead.read_call(kept) else "the held call is gone"


def _code(session: StoreSession, call: str, approval: str) -> str:
    try:
        session.shred(call, approval, OVER, TODAY)
    except AssistProblem as problem:
        return problem.code
    return ""


@contextmanager
def _care() -> Iterator[None]:
    yield


@contextmanager
def _carelessness(store: EvidenceStore) -> Iterator[None]:
    """As a program would that only deletes: no overwriting, the log left to itself."""
    store.db.execute("PRAGMA secure_delete = OFF").fetchall()
    kept = database._overwrite_wal, shredding.truncate_wal
    database._overwrite_wal = lambda _: None
    shredding.truncate_wal = lambda _: True
    try:
        yield
    finally:
        database._overwrite_wal, shredding.truncate_wal = kept


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
