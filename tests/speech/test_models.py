"""Speech models with every fault: one sentence that names the file; fetched whole, resumed, or not at all."""

from __future__ import annotations

import hashlib
import http.server
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from speech import models
from speech.model_fetch import download, fetch_model
from speech.models import ModelFile, ModelSource, SpeechModel, verified_model
from speech.problems import SpeechProblem

FILES = {"am/final.mdl": b"acoustics" * 5000, "conf/model.conf": b"--beam=12.0\n"}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A web server with the model's archive; gives its address and folder. It knows no range requests."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    with zipfile.ZipFile(folder / "tiny.zip", "w") as archive:
        for name, content in FILES.items():
            archive.writestr(f"vosk-model-tiny/{name}", content)
        archive.writestr("vosk-model-tiny/../outside.txt", b"must not be unpacked")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", folder
    server.shutdown()


@pytest.fixture
def model(shelf: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> SpeechModel:
    """A small model of the manifest whose first source does not exist."""
    address, folder = shelf
    pinned = tuple(ModelFile(name, len(content), sha256(content)) for name, content in FILES.items())
    whole = sha256((folder / "tiny.zip").read_bytes())
    sources = (
        ModelSource("archive", "vosk-model-tiny/", "", f"{address}/gone.zip"),
        ModelSource("archive", "vosk-model-tiny/", whole, f"{address}/tiny.zip"),
    )
    size = sum(map(len, FILES.values()))
    tiny = SpeechModel("tiny", "zh", "small", "Apache-2.0", "", size, pinned, sources)
    monkeypatch.setattr(models, "known_models", lambda: {"tiny": tiny})
    return tiny


def fetched(root: Path, model: SpeechModel) -> tuple[Path, list[tuple[str, int, int]]]:
    told: list[tuple[str, int, int]] = []
    return fetch_model(root, model, lambda *progress: told.append(progress)), told


def test_a_model_is_fetched_from_the_next_source_where_one_fails(tmp_path: Path, model: SpeechModel) -> None:
    folder, told = fetched(tmp_path / "models", model)
    assert (folder / "am/final.mdl").read_bytes() == FILES["am/final.mdl"]
    assert not (tmp_path / "models" / "outside.txt").exists()
    assert told[-1][1] >= model.size
    again, told_again = fetched(tmp_path / "models", model)
    assert again == folder
    assert told_again == []


def remove(file: Path) -> None:
    file.unlink()


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


def alter(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100] ^= 1
    file.write_bytes(bytes(content))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [(remove, "missing"), (truncate, "44993 bytes instead of 45000"), (alter, "not what was published")],
)
def test_a_broken_model_is_one_sentence_that_names_the_file_and_is_fetched_anew(
    tmp_path: Path, model: SpeechModel, spoil, why: str
) -> None:
    root = tmp_path / "models"
    folder, _ = fetched(root, model)
    verified_model(root, "tiny")
    spoil(folder / "am/final.mdl")
    with pytest.raises(SpeechProblem, match="evenhand models get tiny") as caught:
        verified_model(root, "tiny", thorough=True)
    assert caught.value.code == "model.broken"
    assert "am/final.mdl" in str(caught.value)
    assert why in str(caught.value)
    fetched(root, model)
    verified_model(root, "tiny", thorough=True)


def test_a_missing_and_an_unknown_model_say_what_to_do(tmp_path: Path, model: SpeechModel) -> None:
    with pytest.raises(SpeechProblem, match="evenhand models get tiny"):
        verified_model(tmp_path, "tiny")
    with pytest.raises(SpeechProblem, match="Known ones: tiny"):
        verified_model(tmp_path, "enormous")


def test_when_no_source_gives_the_model_each_reason_is_told_and_a_working_one_stays(
    tmp_path: Path, model: SpeechModel, shelf: tuple[str, Path]
) -> None:
    root = tmp_path / "models"
    folder, _ = fetched(root, model)
    (folder / "conf/model.conf").unlink()
    (shelf[1] / "tiny.zip").write_bytes(b"another archive")
    with pytest.raises(SpeechProblem, match="published checksum") as caught:
        fetched(root, model)
    assert caught.value.code == "model.unreachable"
    assert "404" in str(caught.value)
    assert (folder / "am/final.mdl").exists()


def test_a_download_that_stopped_is_begun_anew_where_the_server_can_not_go_on(
    tmp_path: Path, shelf: tuple[str, Path]
) -> None:
    content = (shelf[1] / "tiny.zip").read_bytes()
    (tmp_path / "tiny.zip.part").write_bytes(content[:50])
    target = download(
        f"{shelf[0]}/tiny.zip", tmp_path / "tiny.zip", sha256(content), lambda *told: None, threading.Event()
    )
    assert target.read_bytes() == content


def test_a_model_pinned_by_its_first_installation_is_checked_against_that(
    tmp_path: Path, model: SpeechModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpinned = replace(model, files=())
    monkeypatch.setattr(models, "known_models", lambda: {"tiny": unpinned})
    folder, _ = fetched(tmp_path, unpinned)
    alter(folder / "am/final.mdl")
    with pytest.raises(SpeechProblem, match=r"am/final\.mdl"):
        verified_model(tmp_path, "tiny", thorough=True)
