#!/usr/bin/env python3
"""Set evenhand up and start it: needs only Python 3.11+, its own standard library, and package registries.

    python3 bootstrap.py run     set everything up, then open the app on the demo call
    python3 bootstrap.py test    set everything up with the test tools, then run the whole test suite
    python3 bootstrap.py check   set everything up with the test tools, then lint, types, import contracts
    python3 bootstrap.py setup   set everything up and stop

Set-up is: system libraries (through apt where that is possible, else one printed command), a virtual
environment in `.venv`, locked dependencies with hashes, the small speech models. Every step is skipped
when it is already done, so a second run starts at once. Arguments after the command go to the program
that is started.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
OLDEST_PYTHON = (3, 11)
SMALL_MODELS = ("small-cn-0.22", "small-en-us-0.15")


@dataclass(frozen=True)
class SystemNeed:
    """Something of the system that a package of Debian provides."""

    package: str
    library: str = ""
    """Shared library that must load."""
    program: str = ""
    """Program that must be on the PATH."""
    files: tuple[str, ...] = ()
    """Glob patterns below /; one of them must match."""

    def is_met(self) -> bool:
        """Whether the machine has it, from whichever package."""
        if self.library:
            try:
                ctypes.CDLL(self.library)
            except OSError:
                return False
            return True
        if self.program:
            return shutil.which(self.program) is not None
        return any(next(Path("/").glob(pattern), None) is not None for pattern in self.files)


RUN_NEEDS = (
    SystemNeed("libportaudio2", library="libportaudio.so.2"),
    SystemNeed(
        "libasound2-plugins",
        files=("usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so", "usr/lib*/alsa-lib/*pulse*"),
    ),
    SystemNeed("pulseaudio-utils", program="pactl"),
    SystemNeed("libegl1", library="libEGL.so.1"),
    SystemNeed("libgl1", library="libGL.so.1"),
    SystemNeed("libopengl0", library="libOpenGL.so.0"),
    SystemNeed("libxkbcommon0", library="libxkbcommon.so.0"),
    SystemNeed("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    SystemNeed("libdbus-1-3", library="libdbus-1.so.3"),
    SystemNeed("libfontconfig1", library="libfontconfig.so.1"),
    SystemNeed("libglib2.0-0", library="libglib-2.0.so.0"),
    SystemNeed("libatomic1", library="libatomic.so.1"),
    SystemNeed("libxcb-cursor0", library="libxcb-cursor.so.0"),
    SystemNeed("libxcb-icccm4", library="libxcb-icccm.so.4"),
    SystemNeed("libxcb-image0", library="libxcb-image.so.0"),
    SystemNeed("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    SystemNeed("libxcb-randr0", library="libxcb-randr.so.0"),
    SystemNeed("libxcb-render-util0", library="libxcb-render-util.so.0"),
    SystemNeed("libxcb-shape0", library="libxcb-shape.so.0"),
    SystemNeed("libxcb-sync1", library="libxcb-sync.so.1"),
    SystemNeed("libxcb-xfixes0", library="libxcb-xfixes.so.0"),
    SystemNeed("libxcb-xkb1", library="libxcb-xkb.so.1"),
    SystemNeed(
        "fonts-noto-cjk",
        files=(
            "usr/share/fonts/**/NotoSansCJK*",
            "usr/share/fonts/**/wqy*",
            "usr/share/fonts/**/SourceHanSans*",
        ),
    ),
)

TEST_NEEDS = (
    SystemNeed("pulseaudio", program="pulseaudio"),
    SystemNeed("xvfb", program="Xvfb"),
    SystemNeed("xdotool", program="xdotool"),
    SystemNeed("openbox", program="openbox"),
    SystemNeed("espeak-ng", program="espeak-ng"),
    SystemNeed("sox", program="sox"),
    SystemNeed("flac", program="flac"),
    SystemNeed("openssl", program="openssl"),
    SystemNeed("openssh-client", program="ssh-keygen"),
    SystemNeed("gnome-keyring", program="gnome-keyring-daemon"),
    SystemNeed("dbus", program="dbus-run-session"),
    SystemNeed("git", program="git"),
)


def say(text: str) -> None:
    """Tell the user what happens now."""
    print(f"evenhand set-up: {text}", flush=True)


def fail(text: str) -> None:
    """Stop with one sentence."""
    print(f"evenhand set-up: {text}", file=sys.stderr, flush=True)
    raise SystemExit(2)


def run(command: list[str | Path], **more: object) -> None:
    """Run a step; a failed step stops with its command named."""
    result = subprocess.run([str(part) for part in command], check=False, **more)  # type: ignore[call-overload]
    if result.returncode != 0:
        shown = " ".join(str(part) for part in command)
        fail(f"this step failed with exit code {result.returncode}; its output above says why: {shown}")


def as_root() -> list[str] | None:
    """The prefix that makes a command run as root without asking, or None."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def ensure_system_packages(for_tests: bool) -> None:
    """Install what the system lacks, or print the one command that does."""
    if not sys.platform.startswith("linux"):
        return
    needs = RUN_NEEDS + (TEST_NEEDS if for_tests else ())
    missing = [need.package for need in needs if not need.is_met()]
    if not has_ensurepip():
        missing.append(f"python{sys.version_info.major}-venv")
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix = as_root()
    if shutil.which("apt-get") is None or prefix is None:
        command = "sudo " + " ".join(install) if shutil.which("apt-get") else " ".join(missing)
        say(f"the system lacks some packages; please install them, then start again:\n\n    {command}\n")
        return
    say(f"installing system packages: {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run([*prefix, "apt-get", "update", "-qq"], env=quiet)
    run([*prefix, *install, "-qq"], env=quiet, stdout=subprocess.DEVNULL)


def has_ensurepip() -> bool:
    """Whether this Python can make a virtual environment with pip in it."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def fingerprint(*files: Path) -> str:
    """Hash over the files that decide what is installed, and over this Python."""
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def ensure_environment(for_tests: bool) -> None:
    """Make `.venv` and install the locked dependencies, hashes checked."""
    lock = ROOT / "locks" / ("test.txt" if for_tests else "run.txt")
    stamp = VENV / f"evenhand-{lock.stem}.stamp"
    wanted = fingerprint(lock, ROOT / "pyproject.toml")
    if stamp.exists() and stamp.read_text() == wanted and PYTHON.exists():
        return
    if not PYTHON.exists():
        say("making the virtual environment .venv")
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    say(f"installing locked dependencies ({lock.relative_to(ROOT).as_posix()}); the first time takes minutes")
    pip = [
        PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-warn-script-location",
    ]
    run([*pip, "--require-hashes", "-r", lock])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT])
    stamp.write_text(wanted)


def ensure_models() -> None:
    """Fetch and check the small speech models; what is there and whole is not fetched again."""
    run([PYTHON, "-m", "desktop.cli", "models", "get", *SMALL_MODELS], cwd=ROOT)


def set_up(for_tests: bool) -> None:
    """Everything, each step only if needed."""
    ensure_system_packages(for_tests)
    ensure_environment(for_tests)
    ensure_models()


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def start_demo(more: list[str]) -> int:
    """The demo call: in the window where there is a display, else printed."""
    headless = [] if has_display() else ["--headless"]
    if headless:
        say("no display here, so the demo call is played without a window")
    return subprocess.run(
        [str(PYTHON), "-m", "desktop.cli", "demo", *headless, *more], cwd=ROOT, check=False
    ).returncode


def start_tests(more: list[str]) -> int:
    """The whole test suite."""
    return subprocess.run([str(PYTHON), "-m", "pytest", *more], cwd=ROOT, check=False).returncode


CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def start_checks() -> int:
    """Lint, format, strict types and import contracts; all are run even if one fails."""
    failed = 0
    for check in CHECKS:
        say(" ".join(check))
        program = shutil.which(check[0], path=str(BIN))
        if program is None:
            fail(f"{check[0]} is not in .venv; remove .venv and start again")
        failed |= subprocess.run([str(program), *check[1:]], cwd=ROOT, check=False).returncode
    return 1 if failed else 0


def main() -> int:
    """Pick the command."""
    if sys.version_info < OLDEST_PYTHON:
        fail(f"needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable})")
    command, *more = sys.argv[1:] or ["help"]
    if command not in {"run", "test", "check", "setup"}:
        print(__doc__)
        return 0 if command in {"help", "-h", "--help"} else 2
    set_up(for_tests=command in {"test", "check"})
    if command == "run":
        return start_demo(more)
    if command == "test":
        return start_tests(more)
    if command == "check":
        return start_checks()
    say(f"done; start it with {BIN / 'evenhand'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
