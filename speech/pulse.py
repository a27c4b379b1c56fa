"""PulseAudio and PipeWire through PortAudio's ALSA side: every source by name, monitors of outputs included.

PortAudio's wheels speak ALSA alone. A generated ALSA configuration gives every PulseAudio source a `pcm` of
its own (type `pulse`); it must be named in `ALSA_CONFIG_PATH` before PortAudio starts. It takes in the
system's own configuration, so ALSA devices stay.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

PACTL_TIMEOUT_S = 5.0
SYSTEM_CONFIGURATIONS = ("/usr/share/alsa/alsa.conf", "/etc/alsa/alsa.conf")


@dataclass(frozen=True, slots=True)
class PulseSource:
    """A source as `pactl` lists it."""

    name: str
    description: str
    is_monitor: bool
    is_default: bool

    @property
    def pcm(self) -> str:
        """The ALSA name that the generated configuration gives it."""
        return "evenhand_" + "".join(char if char.isalnum() else "_" for char in self.name)


def list_sources() -> list[PulseSource]:
    """The server's sources now; empty where there is no server or no `pactl`."""
    if shutil.which("pactl") is None:
        return []
    answer = _pactl("--format=json", "list", "sources")
    if answer is None:
        return []
    try:
        listed = json.loads(answer)
    except ValueError:
        return []
    default_source = (_pactl("get-default-source") or "").strip()
    default_sink = (_pactl("get-default-sink") or "").strip()
    sources = []
    for entry in listed:
        name = entry["name"]
        monitored = entry.get("monitor_source") or entry.get("monitor_of_sink") or ""
        is_monitor = bool(monitored) or name.endswith(".monitor")
        is_default = name == f"{default_sink}.monitor" if is_monitor else name == default_source
        sources.append(PulseSource(name, entry.get("description") or name, is_monitor, is_default))
    return sources


def source_names() -> set[str]:
    """Names of the server's sources; cheap enough to ask every two seconds."""
    answer = _pactl("list", "short", "sources") or ""
    return {line.split("\t")[1] for line in answer.splitlines() if "\t" in line}


def _pactl(*arguments: str) -> str | None:
    # English output, whatever the desktop's language: descriptions aside, keys are parsed.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        result = subprocess.run(
            ["pactl", *arguments],  # noqa: S607 - found on the PATH as every desktop has it
            capture_output=True,
            text=True,
            timeout=PACTL_TIMEOUT_S,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return result.stdout if result.returncode == 0 else None


def write_alsa_configuration(sources: list[PulseSource]) -> Path:
    """Write the configuration to this process's own file, name it in `ALSA_CONFIG_PATH`, return its path."""
    lines = [f"<{path}>" for path in SYSTEM_CONFIGURATIONS if Path(path).exists()][:1]
    for source in sources:
        name = source.name.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'pcm.{source.pcm} {{ type pulse device "{name}" hint {{ show on }} }}')
    path = Path(tempfile.gettempdir()) / f"evenhand-alsa-{os.getpid()}.conf"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    os.environ["ALSA_CONFIG_PATH"] = str(path)
    return path
