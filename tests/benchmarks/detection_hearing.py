"""Sentences as the recogniser hears them: `python -m tests.benchmarks.detection_hearing --conditions tel,poor`.

Speech comes from `tools/make_speech.py` (or with the sentence), goes over a line of `tests.benchmarks.telephone`, and
through the app's own pipeline for files (`desktop.transcriber`: gate, Vosk, second readings). What was heard is kept
by the hash of the sound, line and model, so that rules can be measured again within seconds. Everything is kept
outside the repository: `EVENHAND_BENCH_CACHE`, or the user's cache folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import platformdirs
import soundfile

from desktop.paths import data_paths
from desktop.transcriber import transcribe
from speech.models import default_model, verified_model
from speech.recognizer import RecognizerSettings
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    Channel,
    HearingMode,
    RecognitionEvent,
    SpottedPhrase,
)
from speech.vosk_recognizer import VoskEngine
from speech.wire import Frame, Kind, event_frame, event_of
from tests.benchmarks.detection_data import DATA, SHARED, Sentence, sentences
from tests.benchmarks.telephone import LINES, Line, Samples, over_the_line

CACHE_VARIABLE = "EVENHAND_BENCH_CACHE"
TALKERS = 8


def cache_folder() -> Path:
    """Where speech and what was heard are kept."""
    given = os.environ.get(CACHE_VARIABLE)
    return Path(given) if given else Path(platformdirs.user_cache_dir("evenhand-bench"))


def speech_file(sentence: Sentence) -> Path | None:
    """The sentence's sound, None where it has none."""
    if sentence.sound is not None:
        return sentence.sound
    name = hashlib.sha256(f"{sentence.lang[:2]}|{sentence.text}".encode()).hexdigest()[:20] + ".flac"
    path = cache_folder() / "speech" / name
    return path if path.exists() else None


class Hearing:
    """Gives the events of a sentence on a line, from the cache or by recognising."""

    def __init__(self, *, recognise: bool = False, readings: bool = True, spot: bool = False) -> None:
        """`recognise`: hear what was not heard yet, with second `readings` or without; `spot`: hear phrases."""
        self._recognise = recognise
        self._readings = readings
        self._spot_missing = spot
        self._talkers: list[Samples] | None = None
        self._spotters: dict[tuple[str, tuple[str, ...]], VoskEngine] = {}

    def heard(self, sentence: Sentence, line: Line) -> list[RecognitionEvent] | None:
        """Partials and finals with second readings; None where there is no sound (or it was never heard)."""
        sound = speech_file(sentence)
        if sound is None:
            return None
        language = sentence.lang[:2]
        full, plain = (self._kept(sound, line, language, what) for what in ("free", "plain"))
        for kept in (full, plain):
            if kept.exists() and (kept is full or not (self._recognise and self._readings)):
                return _read(kept, sentence.channel)
        if not self._recognise:
            return None
        kept = full if self._readings else plain
        # The pipeline looks for second readings on the agent's side alone.
        side = Channel.AGENT if self._readings else Channel.CUSTOMER
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "heard.wav"
            soundfile.write(path, self._on_the_line(sound, line), SAMPLE_RATE_HZ, subtype="PCM_16")
            events = list(transcribe(path, side, language))
        _write(kept, events)
        return _read(kept, sentence.channel)

    def spotted(
        self, sentence: Sentence, line: Line, phrases: Sequence[str]
    ) -> list[RecognitionEvent] | None:
        """What the grammar recogniser hears of these phrases, on the agent's channel only, as in a call."""
        sound = speech_file(sentence)
        if sound is None or not phrases or sentence.channel is not Channel.AGENT:
            return []
        language = sentence.lang[:2]
        grammar = hashlib.sha256("\n".join(phrases).encode()).hexdigest()[:16]
        kept = self._kept(sound, line, language, f"spotter-{grammar}")
        if not kept.exists():
            if not (self._recognise or self._spot_missing):
                return None
            _write(kept, self._spot(self._on_the_line(sound, line), language, tuple(phrases)))
        return _read(kept, sentence.channel)

    def _spot(self, samples: Samples, language: str, phrases: tuple[str, ...]) -> list[RecognitionEvent]:
        """The customer's side in spotter-only mode is the spotter alone."""
        engine = self._spotters.get((language, phrases))
        if engine is None:
            folder, _ = verified_model(data_paths().models, default_model(language).name)
            settings = RecognizerSettings(str(folder), language, {Channel.CUSTOMER: phrases})
            engine = self._spotters[language, phrases] = VoskEngine(settings)
        stream = engine.open_stream(Channel.CUSTOMER, 0)
        stream.set_mode(HearingMode.CUSTOMER_SPOTTER_ONLY)
        pcm = (samples * 32767).astype("<i2")
        found: list[RecognitionEvent] = []
        for start in range(0, len(pcm), BLOCK_SAMPLES):
            block = pcm[start : start + BLOCK_SAMPLES].tobytes()
            events = stream.accept(AudioChunk(Channel.CUSTOMER, start, block))
            found += [event for event in events if isinstance(event, SpottedPhrase)]
        return found

    def _on_the_line(self, sound: Path, line: Line) -> Samples:
        voice, rate = soundfile.read(sound, dtype="float64")
        assert rate == SAMPLE_RATE_HZ, f"{sound} is not 16 kHz"
        seed = int.from_bytes(hashlib.sha256(sound.read_bytes()).digest()[:4], "big")
        return over_the_line(voice, line, seed, self._babblers() if line.snr_db is not None else [])

    def _babblers(self) -> list[Samples]:
        """The first compliant Mandarin sentences of the blind half: the same voices on every machine."""
        if self._talkers is None:
            calm = [
                path
                for one in sentences(SHARED, {"blind", "zh_CN"})
                if not one.violation and one.channel is Channel.AGENT and (path := speech_file(one))
            ]
            if len(calm) < TALKERS:
                raise SystemExit("There is no speech to make babble from: run tools/make_speech.py first.")
            self._talkers = [np.asarray(soundfile.read(path)[0]) for path in calm[:TALKERS]]
        return self._talkers

    def _kept(self, sound: Path, line: Line, language: str, what: str) -> Path:
        model = default_model(language).name
        key = hashlib.sha256(sound.read_bytes() + f"{line}|{model}|3".encode()).hexdigest()[:24]
        return cache_folder() / "heard" / f"{key}-{what}.jsonl"


def _write(path: Path, events: Iterable[RecognitionEvent]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(b"".join(event_frame(event).payload + b"\n" for event in events))
    part.rename(path)


def _read(path: Path, channel: Channel) -> list[RecognitionEvent]:
    lines = path.read_bytes().splitlines()
    return [replace(event_of(Frame(Kind.EVENT, line)), channel=channel) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", default="blind,zh_CN", help="blind, dev, and languages")
    parser.add_argument("--conditions", default="tel,poor", help=f"of {', '.join(LINES)}")
    parser.add_argument("--every", type=int, default=1, help="only every n-th sentence")
    parser.add_argument("--first", type=int, default=0, help="begin with this one of every n")
    parser.add_argument(
        "--no-readings", action="store_true", help="leave the second decode out: half the work"
    )
    parser.add_argument(
        "--violations-only", action="store_true", help="enough where only recall is asked for"
    )
    parser.add_argument("--shared", type=Path, default=SHARED)
    wanted = parser.parse_args()
    hearing = Hearing(recognise=True, readings=not wanted.no_readings)
    chosen = sentences(wanted.shared, set(wanted.sets.split(",")))[wanted.first :: wanted.every]
    if wanted.violations_only:
        chosen = [one for one in chosen if one.violation]
    for name in wanted.conditions.split(","):
        count = sum(hearing.heard(one, LINES[name]) is not None for one in chosen)
        print(json.dumps({"condition": name, "heard": count, "of": len(chosen), "data": DATA.name}))


if __name__ == "__main__":
    main()
