"""Bad input to the commands: one line that says what to do, exit code 2, nothing lost, no traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop.paths import data_paths
from speech.models import default_model

ROOT = Path(__file__).resolve().parents[2]


def evenhand(
    *arguments: str | Path, data: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    if data is not None:
        environment["EVENHAND_DATA"] = str(data)
    return subprocess.run(
        [sys.executable, "-m", "desktop.cli", *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], *holds: str) -> None:
    told = done.stderr.strip()
    assert done.returncode == 2, (done.stdout, told)
    assert "Traceback" not in told + done.stdout
    assert len(told.splitlines()) == 1, told
    for word in holds:
        assert word in told


def broken_sound(folder: Path, kind: str) -> Path:
    path = folder / f"{kind}.wav"
    if kind == "truncated":
        soundfile.write(path, np.zeros(16_000, np.int16), 16_000)
        path.write_bytes(path.read_bytes()[:9_000])
    elif kind == "text":
        path.write_text("this is not sound\n")
    elif kind == "empty":
        path.touch()
    return path


@pytest.mark.model
@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("truncated", "cut off"),
        ("text", "not a sound file"),
        ("empty", "empty"),
        ("missing", "can't be opened"),
    ],
)
def test_a_broken_recording_is_one_sentence_and_stays_as_it_is(tmp_path: Path, kind: str, says: str) -> None:
    path = broken_sound(tmp_path, kind)
    before = path.read_bytes() if path.exists() else None
    assert_one_sentence(evenhand("transcribe", path), path.name, says)
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.model
def test_a_scan_goes_on_past_a_broken_recording_and_names_it(tmp_path: Path) -> None:
    broken = broken_sound(tmp_path, "text")
    good = tmp_path / "lines.jsonl"
    good.write_text(json.dumps({"text": "你好", "channel": "agent"}, ensure_ascii=False) + "\n", "utf-8")
    done = evenhand("scan", "--json", "--workers", "1", broken, good)
    assert done.returncode == 2
    assert broken.name in done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert {Path(result["id"]).name for result in results} == {broken.name, good.name}
    assert "Traceback" not in done.stderr


@pytest.mark.model
def test_a_model_with_a_missing_file_is_named_with_the_file(tmp_path: Path) -> None:
    name = default_model("zh").name
    shutil.copytree(data_paths().models / name, tmp_path / "models" / name, symlinks=True)
    (tmp_path / "models" / name / "conf" / "mfcc.conf").unlink()
    sound = tmp_path / "sound.wav"
    soundfile.write(sound, np.zeros(16_000, np.int16), 16_000)
    assert_one_sentence(evenhand("transcribe", sound, data=tmp_path), name, "mfcc.conf", "models get")
    assert_one_sentence(evenhand("models", "verify", data=tmp_path), "mfcc.conf")


def test_a_model_that_is_not_installed_says_how_to_get_it(tmp_path: Path) -> None:
    sound = tmp_path / "sound.wav"
    soundfile.write(sound, np.zeros(16_000, np.int16), 16_000)
    assert_one_sentence(evenhand("transcribe", sound, data=tmp_path), "evenhand models get")


def test_a_rule_pack_with_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    pack = tmp_path / "rules.yaml"
    pack.write_text("pack:\n  id: x\n  version: [1\nrules: []\n")
    done = evenhand("rules", "check", pack)
    assert_one_sentence(done, "rules.yaml:")
    line = int(done.stderr.split("rules.yaml:")[1].split(":")[0])
    assert 3 <= line <= 5


def test_test_lines_that_are_none_are_named_by_line(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": "1", "text": "hello", "speaker": "agent"}\nnot json\n')
    assert_one_sentence(evenhand("rules", "test", "--pack", "en_US", lines), "lines.jsonl:2")


@pytest.mark.model
def test_an_unwritable_data_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = tmp_path / "file" / "data"
    done = evenhand("models", "get", "small-cn-0.22", data=folder)
    assert_one_sentence(done, str(folder), "EVENHAND_DATA")


@pytest.mark.model
def test_without_any_device_a_live_call_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "models").symlink_to(data_paths().models, target_is_directory=True)
    done = evenhand(
        "live",
        "--headless",
        data=tmp_path,
        PULSE_SERVER=f"unix:{tmp_path}/nowhere",
        PULSE_RUNTIME_PATH=str(tmp_path),
        EVENHAND_PASSPHRASE="a passphrase for a test",
    )
    assert_one_sentence(done, "microphone", "evenhand devices list")


def test_verify_without_records_says_so_and_makes_nothing(tmp_path: Path) -> None:
    assert_one_sentence(evenhand("verify", data=tmp_path), "evenhand demo")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_demo_language_is_one_sentence(tmp_path: Path) -> None:
    assert_one_sentence(evenhand("demo", "--headless", "--lang", "fr", data=tmp_path), "fr", "zh, en")
