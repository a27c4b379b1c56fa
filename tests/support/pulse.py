"""A private PulseAudio server with virtual devices, for tests that need real capture."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_TIMEOUT_S = 20.0


@dataclass
class PulseServer:
    """A running server; `environment` makes programs use it."""

    folder: Path
    environment: dict[str, str]

    def pactl(self, *arguments: str) -> str:
        """Run pactl against the server."""
        result = subprocess.run(
            ["pactl", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=20,
        )
        return result.stdout.strip()

    def add_null_sink(self, name: str, description: str) -> str:
        """A virtual output, heard at `<name>.monitor`. Returns the module's index."""
        return self.pactl(
            "load-module",
            "module-null-sink",
            f"sink_name={name}",
            f"sink_properties='device.description=\"{description}\"'",
            "rate=48000",
        )

    def add_microphone(self, name: str, description: str, sink: str) -> str:
        """A virtual microphone that hears what is played into `sink`. Returns the module's index."""
        return self.pactl(
            "load-module",
            "module-remap-source",
            f"master={sink}.monitor",
            f"source_name={name}",
            f"source_properties='device.description=\"{description}\"'",
        )

    def unload(self, module: str) -> None:
        """Unplug what a module made."""
        self.pactl("unload-module", module)

    def play(self, sound: Path, sink: str) -> subprocess.Popen[bytes]:
        """Play a file into a sink, in real time."""
        return subprocess.Popen(
            ["paplay", f"--device={sink}", str(sound)], env=self.environment, stderr=subprocess.DEVNULL
        )


@contextmanager
def private_pulse() -> Iterator[PulseServer]:
    """Start a server of our own, without hardware, and make this process use it."""
    folder = Path(tempfile.mkdtemp(prefix="evenhand-pulse-"))
    socket = folder / "native"
    environment = {
        **os.environ,
        "HOME": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
        "XDG_RUNTIME_DIR": str(folder),
    }
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"]
    command += ["--use-pid-file=no", "--log-target=stderr", "--log-level=error"]
    command += ["-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"]
    log = (folder / "log").open("wb")
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    changed = {name: environment[name] for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH")}
    before = {name: os.environ.get(name) for name in changed}
    try:
        _wait_for(socket, server, folder / "log")
        os.environ.update(changed)
        yield PulseServer(folder, environment)
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        server.terminate()
        server.wait(10)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(socket: Path, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_TIMEOUT_S
    while not socket.exists():
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(
                f"the private PulseAudio server did not start: {log.read_text(errors='replace')}"
            )
        time.sleep(0.05)
