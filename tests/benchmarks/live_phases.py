"""One phase of the live benchmark, in a process of its own: `python -m tests.benchmarks.live_phases PHASE zh`.

Prints one JSON object. `bare`: the plain Vosk loop on both channels at the pace of the call. `pipeline`: the
app's whole pipeline without a window, as fast as it goes. `window`: the app with its window, offscreen, at the
pace of the call. `ready`: from the start of the process to a recogniser that listens. `gate`: words with and
without the silence gate.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import resource
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import soundfile

from desktop.paths import DATA_VARIABLE, data_paths
from speech.endpoint import SilenceGate
from speech.recognizer import RecognizerSettings
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, AudioChunk, Channel, FinalTranscript
from tests.benchmarks.live_phrases import risky_phrases

CLOSE_TIMEOUT_S = 400
TICK_MS = 5


def model_of(language: str) -> Path:
    from speech.models import default_model, verified_model

    return verified_model(data_paths().models, default_model(language).name)[0]


def demo_pcm(language: str) -> Any:
    from desktop.demo import demo_call

    samples, rate = soundfile.read(demo_call(language).sound, dtype="int16")
    assert rate == SAMPLE_RATE_HZ
    return samples


def used_cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def bare(language: str, *, paced: bool) -> dict[str, Any]:
    """The loop that every Vosk example shows, one recogniser for each channel."""
    import vosk

    vosk.SetLogLevel(-1)
    model = vosk.Model(str(model_of(language)))
    samples = demo_pcm(language)
    recognizers = [vosk.KaldiRecognizer(model, SAMPLE_RATE_HZ) for _ in Channel]
    for recognizer in recognizers:
        recognizer.SetWords(True)
    phrases = risky_phrases(language)
    first_at: dict[int, float] = {}
    words = 0
    cpu = used_cpu()
    begun = time.monotonic()
    for first in range(0, len(samples), BLOCK_SAMPLES):
        if paced:
            due = begun + (first + BLOCK_SAMPLES) / SAMPLE_RATE_HZ
            time.sleep(max(0.0, due - time.monotonic()))
        for side, recognizer in enumerate(recognizers):
            block = samples[first : first + BLOCK_SAMPLES, side].tobytes()
            if recognizer.AcceptWaveform(block):
                found = json.loads(recognizer.Result())
                text = found.get("text", "")
                words += len(found.get("result", ()))
            else:
                text = json.loads(recognizer.PartialResult()).get("partial", "")
            if side == 0 and text:
                for place, phrase in enumerate(phrases):
                    heard_s = first / SAMPLE_RATE_HZ
                    if place not in first_at and abs(heard_s - phrase.end_s) < 6 and phrase.said_in(text):
                        first_at[place] = time.monotonic() - begun
    words += sum(len(json.loads(recognizer.FinalResult()).get("result", ())) for recognizer in recognizers)
    return {
        "cpu_s": round(used_cpu() - cpu, 2),
        "words": words,
        "memory_mb": round(psutil.Process().memory_info().rss / 1e6),
        "delays_s": [
            round(first_at[place] - phrase.end_s, 3) if place in first_at and paced else None
            for place, phrase in enumerate(phrases)
        ],
        "heard": [place in first_at for place in range(len(phrases))],
    }


@contextmanager
def fresh_installation() -> Any:
    """An installation in a folder of its own that uses this machine's models."""
    from desktop.installation import Installation

    models, before = data_paths().models, os.environ.get(DATA_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="evenhand-benchmark-") as folder:
        os.environ[DATA_VARIABLE] = folder
        (Path(folder) / "models").symlink_to(models)
        installation = Installation(data_paths())
        try:
            yield installation
        finally:
            installation.close()
            if before is None:
                del os.environ[DATA_VARIABLE]
            else:
                os.environ[DATA_VARIABLE] = before


@contextmanager
def recognition_with(changes: dict[str, Any]) -> Any:
    """Calls prepared inside use a recogniser with other settings."""
    from desktop import running_call

    plain = running_call.RecognizerSettings

    def changed(*positional: Any, **named: Any) -> RecognizerSettings:
        return replace(plain(*positional, **named), **changes)

    running_call.RecognizerSettings = changed  # type: ignore[assignment,misc]
    try:
        yield
    finally:
        running_call.RecognizerSettings = plain  # type: ignore[misc]


class MemoryWatch:
    """The most that this process and its children held at once (PSS), twice a second."""

    def __init__(self) -> None:
        self.most = 0
        self.now = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._stop.set()
        self._thread.join()
        return round(self.most / 1e6)

    def _run(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.5):
            held = 0
            for process in (me, *me.children(recursive=True)):
                try:
                    held += process.memory_full_info().pss
                except psutil.Error:
                    continue
            self.now = held
            self.most = max(self.most, held)


def child_cpu(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


def pipeline(language: str, changes: dict[str, Any]) -> dict[str, Any]:
    """The app's pipeline on the demo call as fast as recognition follows; model loading is not counted."""
    from assist.call.commands import SaveWrapUp
    from assist.call.events import CallClosed, CallEnded
    from desktop.demo import demo_request
    from desktop.running_call import prepare_call

    events: list[Any] = []
    bugs: list[BaseException] = []
    with fresh_installation() as installation, recognition_with(changes):
        request = demo_request(language, real_time=False)
        holder: list[Any] = []

        def observe(event: Any) -> None:
            events.append(event)
            if isinstance(event, CallEnded):
                holder[0].post(SaveWrapUp(event.draft))

        call = prepare_call(request, installation, observe, bugs.append)
        holder.append(call)
        cpu = used_cpu()
        call.start()
        loading = child_cpu(call.recognizer_pid)
        assert call.wait_closed(CLOSE_TIMEOUT_S)
        call.close()
        cpu = used_cpu() - cpu - loading
    if bugs:
        raise bugs[0]
    closed = next(event for event in events if isinstance(event, CallClosed))
    words = sum(len(event.words) for event in events if isinstance(event, FinalTranscript))
    return {"cpu_s": round(cpu, 2), "words": words, "verified": closed.verified}


def ready(language: str) -> dict[str, Any]:
    """From the process's first moment until the recogniser listens; the record is open by then."""
    from desktop.demo import demo_request
    from desktop.running_call import prepare_call

    begun = psutil.Process().create_time()
    with fresh_installation() as installation:
        request = demo_request(language, real_time=True)
        call = prepare_call(request, installation, lambda event: None, lambda bug: None)
        prepared = time.time() - begun
        call.start()
        listening = time.time() - begun
        call.close(60)
    return {"prepared_s": round(prepared, 2), "ready_s": round(listening, 2)}


def gate(language: str) -> dict[str, Any]:
    """Word for word: what the gate changes, and how much sound it keeps from the recogniser."""
    from speech.vosk_recognizer import VoskEngine

    engine = VoskEngine(RecognizerSettings(str(model_of(language)), language))
    samples = demo_pcm(language)
    words: dict[bool, list[str]] = {False: [], True: []}
    cpu: dict[bool, float] = {}
    fed = dict.fromkeys(words, 0)
    for gated in words:
        before = time.process_time()
        for side, channel in enumerate(Channel):
            stream, sieve = engine.open_stream(channel, 0), SilenceGate()
            events: list[Any] = []
            for first in range(0, len(samples), BLOCK_SAMPLES):
                chunk = AudioChunk(channel, first, samples[first : first + BLOCK_SAMPLES, side].tobytes())
                passed = sieve.pass_on(chunk, recognizer_idle=stream.idle) if gated else [chunk]
                for one in passed:
                    events += stream.accept(one)
                    fed[gated] += one.samples
            events += stream.flush()
            words[gated] += [w.text for e in events if isinstance(e, FinalTranscript) for w in e.words]
        cpu[gated] = round(time.process_time() - before, 2)
    steps = difflib.SequenceMatcher(None, words[False], words[True], autojunk=False).get_opcodes()
    changed = sum(max(s[2] - s[1], s[4] - s[3]) for s in steps if s[0] != "equal")
    return {
        "words": len(words[False]),
        "changed": changed,
        "changed_share": round(changed / len(words[False]), 4),
        "fed_share": round(fed[True] / fed[False], 3),
        "cpu_without_s": cpu[False],
        "cpu_with_s": cpu[True],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phase", choices=("bare", "bare-fast", "pipeline", "window", "ready", "gate"))
    parser.add_argument("language", choices=("zh", "en"))
    parser.add_argument("--no-gate", action="store_true")
    parser.add_argument("--no-spotter", action="store_true")
    wanted = parser.parse_args()
    changes: dict[str, Any] = {"gate_silence": False} if wanted.no_gate else {}
    if wanted.no_spotter:
        changes["spotted"] = {}
    if wanted.phase == "window":
        from tests.benchmarks.live_window import window

        found = window(wanted.language)
    elif wanted.phase == "pipeline":
        found = pipeline(wanted.language, changes)
    elif wanted.phase == "gate":
        found = gate(wanted.language)
    elif wanted.phase == "ready":
        found = ready(wanted.language)
    else:
        found = bare(wanted.language, paced=wanted.phase == "bare")
    print(json.dumps(found))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
