"""Writing a bundle: a BagIt folder (RFC 8493) that a court checks with stock tools, or with its own `verify.py`.

Written under a name of its own and moved into place when whole; by hand, since the `bagit` package, which checks
bags in `evenhand verify`, changes the process's working directory while it makes one. The access is in the ledger
before anything is decrypted, so the bundle's own custody list holds its own making.

Thread: any but the GUI's: an hour of sound is decoded and encoded again where numbers are silenced.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from assist.evidence.bundle.contents import BundleContents, gather
from assist.evidence.bundle.sshsig import allowed_signer, fingerprint, ssh_signature
from assist.evidence.bundle.verify import SIGNED
from assist.evidence.people.roles import Right
from assist.evidence.spool import disk_problem
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.people.session import StoreSession
    from assist.evidence.store import EvidenceStore

OnProgress = Callable[[str], None]
"""Called with `gather`, `write`, `sign` as each begins; may raise to cancel, and then nothing is left."""


@dataclass(frozen=True, slots=True)
class ExportedBundle:
    """A bundle on disk."""

    folder: Path
    fingerprint: str
    """Of the key that signed it; the receiver compares it with what was told by another way."""
    masked_entries: int
    silenced_spans: int


def export_bundle(
    store: EvidenceStore,
    session: StoreSession,
    call_id: str,
    to_folder: Path,
    *,
    full: bool = False,
    approval_id: str = "",
    on_progress: OnProgress = lambda _step: None,
) -> ExportedBundle:
    """Export a closed call into a new folder below `to_folder`; numbers masked unless `full`.

    Raises `AssistProblem`: no right to it, the call goes on, its content was destroyed, the disk refuses.
    """
    store.guard.check(session.actor, Right.EXPORT, call_id)
    summary = store.find_call(call_id)
    if summary.state == "open":
        raise AssistProblem("package.open", "This call goes on. End it first.")
    store.require_key(call_id)
    target = to_folder / f"callproof-{call_id}{'-full' if full else ''}"
    if target.exists():
        raise AssistProblem(
            "export.exists",
            "{folder} is there already. Choose another folder, or move the old bundle away.",
            folder=str(target),
        )
    session.authorize_export(call_id, full=full, approval_id=approval_id)
    on_progress("gather")
    kind = "full" if full else "masked"
    store.note_access("export.made", call_id, session.actor, {"kind": "bundle", "content": kind})
    contents = gather(store, call_id, full=full)
    try:
        to_folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".callproof-", dir=to_folder))
        try:
            on_progress("write")
            _write(store, call_id, work, contents, kind)
            on_progress("sign")
            _sign(store, work)
            work.chmod(0o755)
            work.rename(target)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise disk_problem(error) from error
    return ExportedBundle(
        target, fingerprint(store.public_key), contents.masked_entries, len(contents.silenced)
    )


def _write(store: EvidenceStore, call_id: str, work: Path, contents: BundleContents, kind: str) -> None:
    for name, content in contents.files.items():
        (work / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "data" / name).write_bytes(content)
    made = datetime.fromtimestamp(store.clock.utc_ms() / 1000, UTC)
    size = sum(len(content) for content in contents.files.values())
    info = {
        "Bag-Content": kind,
        "Bagging-Date": f"{made:%Y-%m-%d}",
        "External-Identifier": call_id,
        "Payload-Oxum": f"{size}.{len(contents.files)}",
        "Source-Organization": contents.origin,
    }
    _put(work, "bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    _put(work, "bag-info.txt", "".join(f"{name}: {value}\n" for name, value in info.items()))
    _put(work, "manifest-sha256.txt", _manifest({f"data/{name}": c for name, c in contents.files.items()}))
    key = store.public_key
    (work / "pubkey.pem").write_bytes(key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    _put(work, "allowed_signers", allowed_signer(contents.origin, key))
    here = files("assist.evidence.bundle")
    (work / "verify.py").write_bytes((here / "verify.py").read_bytes())
    guide = (here / "VERIFY.md").read_text("utf-8")
    guide = guide.replace("<principal>", contents.origin).replace("<fingerprint>", fingerprint(key))
    _put(work, "VERIFY.md", guide)


def _sign(store: EvidenceStore, work: Path) -> None:
    """The tag manifest covers every file but itself and its signatures, so it alone is signed."""
    names = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "pubkey.pem", "allowed_signers"]
    names += ["VERIFY.md", "verify.py"]
    listed = _manifest({name: (work / name).read_bytes() for name in names}).encode()
    (work / SIGNED).write_bytes(listed)
    (work / f"{SIGNED}.ed25519").write_bytes(store.signing_key.sign(listed))
    (work / f"{SIGNED}.sig").write_bytes(ssh_signature(listed, store.signing_key).encode())


def _manifest(contents: Mapping[str, bytes]) -> str:
    """Lines that `sha256sum -c` reads."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(contents.items()))
    return "".join(lines)


def _put(work: Path, name: str, text: str) -> None:
    (work / name).write_text(text, "utf-8", newline="\n")
