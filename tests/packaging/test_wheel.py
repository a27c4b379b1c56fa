"""The built wheel in an empty environment outside the checkout: everything it needs is inside it or declared."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from desktop.paths import data_paths

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.model, pytest.mark.slow, pytest.mark.timeout(900)]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command outside the checkout, without the checkout on its path."""
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_alone_plays_the_demo_and_its_record_verifies(tmp_path: Path) -> None:
    built = run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        tmp_path / "dist",
        ROOT,
        cwd=ROOT,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    for wanted in (["--require-hashes", "-r", ROOT / "locks" / "run.txt"], ["--no-deps", wheel]):
        installed = run(python, "-m", "pip", "install", "--quiet", *wanted, cwd=tmp_path)
        assert installed.returncode == 0, installed.stderr
    data = tmp_path / "data"
    data.mkdir()
    (data / "models").symlink_to(data_paths().models, target_is_directory=True)
    played = run(
        python.parent / "evenhand", "demo", "--headless", "--json", cwd=tmp_path, EVENHAND_DATA=str(data)
    )
    assert played.returncode == 0, played.stderr
    call = json.loads(played.stdout)
    assert call["record"]["verified"]
    assert len({flag["rule"] for flag in call["flags"] if flag["kind"] == "violation"}) >= 4
    assert call["transcript"]
    assert call["suggestions"]
    verified = run(python.parent / "evenhand", "verify", "--demo", cwd=tmp_path, EVENHAND_DATA=str(data))
    assert verified.returncode == 0, verified.stdout
    imported = run(python, "-c", "import assist; print(assist.__file__)", cwd=tmp_path)
    assert str(environment) in imported.stdout
