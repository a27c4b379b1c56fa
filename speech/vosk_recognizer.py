"""The Vosk engine; the only module that imports vosk. Runs inside the recogniser's child process.

Facts of Vosk 0.3.45 that shape it (measured): 16 kHz only; `SetGrammar` on a recogniser that has heard
sound aborts the process, so grammars are given at construction; the beam can't be changed on a loaded
model, so a narrower one is a second model over the same files with another `conf/model.conf`.

Thread: a stream belongs to one thread; the model may be shared.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import vosk

from speech.endpoint import SilenceGate
from speech.partial_times import PartialTimes
from speech.positions import FedSound
from speech.recognizer import RecognizerSettings
from speech.spotter import UNKNOWN, PhraseGrammar, SpottedRuns
from speech.types import (
    SAMPLE_RATE_HZ,
    AudioChunk,
    Channel,
    FinalTranscript,
    HearingMode,
    PartialTranscript,
    RecognitionEvent,
    SpottedPhrase,
    Word,
)

NARROW = {"--beam": "8.0", "--max-active": "1500", "--lattice-beam": "2.0"}
"""Decoder limits when recognition falls behind: about half the work, a few more wrong words."""

RESTATED_AFTER_SAMPLES = SAMPLE_RATE_HZ // 5
"""A partial that stands unchanged for so long is told once more; a decoder's step is 0.21 s of sound."""

SPOTTER_HANGOVER_SAMPLES = SAMPLE_RATE_HZ * 6 // 10
"""Silence that the spotter still hears. What it finds is evidence for others, so that a word more or less changes no
transcript; while the other side speaks, its decoding would cost as much as that of speech."""

vosk.SetLogLevel(-1)


def model_vocabulary(model_folder: str) -> Callable[[str], bool]:
    """Whether a model can produce a word, for those who write packs; loads the model into this process."""
    model = vosk.Model(model_folder)
    return lambda word: bool(model.vosk_model_find_word(word) >= 0)


class VoskEngine:
    """A loaded model and, once it is needed, the same one with a narrower beam."""

    def __init__(self, settings: RecognizerSettings) -> None:
        self._settings = settings
        self._model = vosk.Model(settings.model_folder)
        self._narrow: Any = None
        self._narrow_lock = threading.Lock()
        self._grammars = {
            channel: PhraseGrammar(phrases, settings.language, self._knows)
            for channel, phrases in settings.spotted.items()
            if phrases
        }

    def _knows(self, word: str) -> bool:
        return bool(self._model.vosk_model_find_word(word) >= 0)

    def recognizer(self, mode: HearingMode) -> Any:
        """A fresh free recogniser for `mode`."""
        model = self._model if mode is HearingMode.FULL else self._narrow_model()
        recognizer = vosk.KaldiRecognizer(model, SAMPLE_RATE_HZ)
        recognizer.SetWords(True)
        return recognizer

    def alternatives(self, pcm: bytes, count: int) -> tuple[tuple[str, ...], ...]:
        """Up to `count` readings of one utterance, best first; a decode of its own."""
        recognizer = vosk.KaldiRecognizer(self._model, SAMPLE_RATE_HZ)
        recognizer.SetMaxAlternatives(count)
        recognizer.AcceptWaveform(pcm)
        found = json.loads(recognizer.FinalResult()).get("alternatives", [])
        return tuple(tuple(reading["text"].split()) for reading in found if reading["text"])

    def open_stream(self, channel: Channel, first_utterance: int) -> VoskStream:
        """A stream with its spotter, if phrases are listened for on the channel."""
        times = PartialTimes(self._settings.language)
        return VoskStream(channel, first_utterance, self.recognizer, times, self._spotter(channel))

    def _spotter(self, channel: Channel) -> VoskSpotter | None:
        grammar = self._grammars.get(channel)
        if grammar is None or not grammar.phrases:
            return None
        recognizer = vosk.KaldiRecognizer(self._model, SAMPLE_RATE_HZ, grammar.as_json())
        recognizer.SetWords(True)
        times = PartialTimes(self._settings.language)
        gate = SilenceGate(SPOTTER_HANGOVER_SAMPLES) if self._settings.gate_silence else None
        return VoskSpotter(channel, recognizer, grammar, times, gate)

    def _narrow_model(self) -> Any:
        """Both channels ask for it at the same moment, and it is as large as the first."""
        with self._narrow_lock:
            if self._narrow is None:
                with tempfile.TemporaryDirectory(prefix="evenhand-narrow-") as folder:
                    copy = _narrow_copy(Path(self._settings.model_folder), Path(folder))
                    self._narrow = vosk.Model(str(copy))
            return self._narrow


def _narrow_copy(model: Path, folder: Path) -> Path:
    """The model's files linked below `folder` (copied where links are refused), the beam narrowed."""
    for path in model.rglob("*"):
        target = folder / path.relative_to(model)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.name == "model.conf":
            target.write_text("\n".join(_narrowed(path.read_text("utf-8").splitlines())) + "\n", "utf-8")
            continue
        try:
            target.symlink_to(path.resolve())
        except OSError:
            shutil.copyfile(path, target)
    return folder


def _narrowed(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        key, equals, _ = line.partition("=")
        yield f"{key}={NARROW[key]}" if equals and key in NARROW else line


class VoskStream:
    """One channel: free recogniser and spotter, words on the call's timeline."""

    def __init__(
        self,
        channel: Channel,
        first_utterance: int,
        make: Callable[[HearingMode], Any],
        times: PartialTimes,
        spotter: VoskSpotter | None,
    ) -> None:
        self._channel = channel
        self._utterance = first_utterance
        self._make = make
        self._times = times
        self._spotter = spotter
        self._mode = HearingMode.FULL
        self._wanted = HearingMode.FULL
        self._recognizer = make(HearingMode.FULL)
        self._fed = FedSound()
        self._shown: tuple[str, ...] = ()
        self._told: PartialTranscript | None = None
        self._restated = False
        self._heard_until = 0

    @property
    def idle(self) -> bool:
        """True between utterances."""
        return not self._shown

    def accept(self, chunk: AudioChunk) -> Sequence[RecognitionEvent]:
        """Hear a chunk; a hole before it while an utterance goes on ends that utterance."""
        events: list[RecognitionEvent] = []
        if self._shown and chunk.position != self._fed.next_position:
            events += self.flush()
        self._heard_until = chunk.end
        if self._spotter is not None:
            events += self._spotter.accept(chunk)
        if self._hears_freely():
            self._fed.add(chunk)
            if self._recognizer.AcceptWaveform(chunk.pcm):
                events += self._final(self._recognizer.Result())
            else:
                events += self._partial(self._recognizer.PartialResult())
        if not self._shown:
            self._change_mode()
        return events

    def flush(self) -> Sequence[RecognitionEvent]:
        """End the utterance that goes on."""
        if self._fed.next_position < 0:
            return []
        return self._final(self._recognizer.FinalResult())

    def set_mode(self, mode: HearingMode) -> Sequence[RecognitionEvent]:
        """Give way or come back: the beam changes between utterances, leaving recognition at once."""
        self._wanted = mode
        events: Sequence[RecognitionEvent] = []
        if mode is HearingMode.CUSTOMER_SPOTTER_ONLY and self._channel is Channel.CUSTOMER:
            events = self.flush()
        if not self._shown:
            self._change_mode()
        return events

    def _hears_freely(self) -> bool:
        return self._wanted is not HearingMode.CUSTOMER_SPOTTER_ONLY or self._channel is Channel.AGENT

    def _change_mode(self) -> None:
        if self._wanted is self._mode:
            return
        if (self._wanted is HearingMode.FULL) != (self._mode is HearingMode.FULL):
            self._recognizer = self._make(self._wanted)
            self._fed = FedSound()
        self._mode = self._wanted

    def _partial(self, result: str) -> list[RecognitionEvent]:
        texts = known_words(json.loads(result).get("partial", ""))
        if texts == self._shown:
            return self._standing()
        self._shown = texts
        words = tuple(
            Word(word.text, *self._fed.stretch(word.start, word.end), 1.0)
            for word in self._times.update(texts, self._fed.fed)
        )
        self._told = PartialTranscript(self._channel, self._utterance, words, self._heard_until)
        self._restated = False
        return [self._told]

    def _standing(self) -> list[RecognitionEvent]:
        """The last partial once more when its words have stood: whoever waits for two that agree gets the second."""
        told = self._told
        if not self._shown or self._restated or told is None:
            return []
        if self._heard_until - told.heard_until < RESTATED_AFTER_SAMPLES:
            return []
        self._restated = True
        return [replace(told, heard_until=self._heard_until)]

    def _final(self, result: str) -> list[RecognitionEvent]:
        words = self._words(json.loads(result).get("result", ()))
        if not words and not self._shown:
            return []
        final = FinalTranscript(self._channel, self._utterance, words, self._heard_until)
        self._utterance += 1
        self._shown = ()
        self._times.reset()
        return [final]

    def _words(self, found: Iterable[dict[str, Any]]) -> tuple[Word, ...]:
        return tuple(
            Word(word["word"], *self._fed.span(word["start"], word["end"]), round(float(word["conf"]), 3))
            for word in found
            if word["word"] != UNKNOWN
        )


def known_words(text: str) -> tuple[str, ...]:
    """The words of an engine's text."""
    return tuple(word for word in text.split() if word != UNKNOWN)


class VoskSpotter:
    """The grammar recogniser of one channel: hears only the phrases it was given."""

    def __init__(
        self,
        channel: Channel,
        recognizer: Any,
        grammar: PhraseGrammar,
        times: PartialTimes,
        gate: SilenceGate | None = None,
    ) -> None:
        self._recognizer = recognizer
        self._gate = gate
        self._idle = True
        self._fed = FedSound()
        self._times = times
        self._runs = SpottedRuns(channel, grammar)

    def accept(self, chunk: AudioChunk) -> Sequence[RecognitionEvent]:
        """Hear a chunk; returns phrases not told before."""
        if self._gate is None:
            return self._hear(chunk)
        passed = self._gate.pass_on(chunk, recognizer_idle=self._idle)
        return [hit for sound in passed for hit in self._hear(sound)]

    def _hear(self, chunk: AudioChunk) -> Sequence[SpottedPhrase]:
        self._fed.add(chunk)
        if self._recognizer.AcceptWaveform(chunk.pcm):
            self._times.reset()
            self._idle = True
            found = json.loads(self._recognizer.Result()).get("result", ())
            exact = [
                Word(word["word"], *self._fed.span(word["start"], word["end"]), float(word["conf"]))
                for word in found
            ]
            return self._runs.find(exact, ended=True)
        texts = json.loads(self._recognizer.PartialResult()).get("partial", "").split()
        self._idle = not texts
        guessed = [
            Word(word.text, *self._fed.stretch(word.start, word.end), 1.0)
            for word in self._times.update(texts, self._fed.fed)
        ]
        return self._runs.find(guessed, ended=False)
