"""Starting the recogniser's child process, on every system."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping

import psutil

from speech.recognizer import RecognizerSettings
from speech.types import Channel
from speech.wire import Frame, Kind, write_frame

CREATE_NO_WINDOW = 0x08000000
"""Windows: no console window for the child (processthreadsapi.h)."""


def start_child(
    settings: RecognizerSettings, first_utterance: Mapping[Channel, int]
) -> subprocess.Popen[bytes]:
    """Start `speech.worker` and send it its settings; raises OSError if the system refuses."""
    child = subprocess.Popen(
        [sys.executable, "-m", "speech.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # The engine's linear algebra must not start threads of its own on a two-core machine.
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        creationflags=CREATE_NO_WINDOW if os.name == "nt" else 0,
    )
    if os.name == "nt":
        psutil.Process(child.pid).nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    begin = {
        "model_folder": settings.model_folder,
        "language": settings.language,
        "spotted": {channel.value: list(phrases) for channel, phrases in settings.spotted.items()},
        "gate_silence": settings.gate_silence,
        "read_again": settings.read_again,
        "first_utterance": {channel.value: number for channel, number in first_utterance.items()},
    }
    assert child.stdin is not None  # noqa: S101 - the pipe was asked for
    write_frame(child.stdin, Frame(Kind.SETTINGS, json.dumps(begin).encode()))  # type: ignore[arg-type]
    return child
