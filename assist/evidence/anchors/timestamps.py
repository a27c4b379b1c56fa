"""RFC 3161 timestamps of checkpoints: queued on disk until a service is configured and answers.

Only the SHA-256 of a checkpoint leaves the machine. Below the store's `anchors/`: `<size>.note` is what is to be
dated, `<size>.tsr` the service's answer over that file's bytes, as `openssl ts -verify -data` takes them.

Thread: any but the GUI's.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from assist.evidence.durable import make_folder, write_file
from assist.evidence.spool import disk_problem
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

Ask = Callable[[bytes], bytes]
"""Takes a DER request to a service and gives its DER response; OSError if it can't be reached."""

FOLDER = "anchors"
WAIT_S = 20


class Timestamps:
    """The queue of one store."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store
        self._folder = store.folder / FOLDER

    def queue(self) -> Path:
        """Keep the newest checkpoint for dating; returns its file. `AssistProblem` if the disk refuses."""
        with self._store.lock:
            note = self._store.ledger.checkpoint()
        size = int(note.split("\n")[1])
        path = self._folder / f"{size:012d}.note"
        if not path.exists():
            self._keep(path, note.encode())
        return path

    def waiting(self) -> list[Path]:
        """What is not dated yet, oldest first."""
        return [note for note in sorted(self._folder.glob("*.note")) if not note.with_suffix(".tsr").exists()]

    def send(self, ask: Ask, roots: Sequence[x509.Certificate]) -> int:
        """Have everything that waits dated; returns how many were. What fails stays queued.

        `roots` are the service's root certificates; an answer that they do not vouch for, or over other bytes, is
        not kept. Raises `AssistProblem`: `anchor.no_timestamp`.
        """
        done = 0
        for note in self.waiting():
            data = note.read_bytes()
            request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
            builder = VerifierBuilder.from_request(request)
            for root in roots:
                builder = builder.add_root_certificate(root)
            try:
                answer = ask(request.as_bytes())
                builder.build().verify_message(decode_timestamp_response(answer), data)
            except (OSError, ValueError, VerificationError) as error:
                raise AssistProblem(
                    "anchor.no_timestamp",
                    "The time-stamping service gave no good answer ({why}). Checkpoints wait here and are sent "
                    "again; check its address and its root certificate.",
                    why=str(error),
                ) from error
            self._keep(note.with_suffix(".tsr"), answer)
            size = int(note.stem)
            self._store.note_store_event("checkpoint.anchored", {"kind": "rfc3161", "size": size})
            done += 1
        return done

    def _keep(self, path: Path, data: bytes) -> None:
        try:
            make_folder(self._folder)
            write_file(path, data)
        except OSError as error:
            raise disk_problem(error) from error


def http_service(url: str) -> Ask:
    """A service by its address (http or https): RFC 3161, section 3.4."""
    if not url.startswith(("https://", "http://")):
        raise AssistProblem(
            "anchor.address",
            "{url} is no address of a time-stamping service. Give one with https://",
            url=url,
        )

    def ask(request: bytes) -> bytes:
        headers = {"Content-Type": "application/timestamp-query"}
        message = urllib.request.Request(url, data=request, headers=headers)  # noqa: S310 - checked above
        with urllib.request.urlopen(message, timeout=WAIT_S) as response:  # noqa: S310 - checked above
            answer: bytes = response.read(1 << 20)
        return answer

    return ask
