"""A recorded call as a source: any format of libsndfile, any rate, in real time or as fast as it goes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from speech.blocks import BlockDesk
from speech.levels import Pcm
from speech.problems import SpeechProblem
from speech.resample import Resampler
from speech.source import CaptureListener
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, Channel, SourceState, SourceStatus
from speech.wav_header import promised_and_present_bytes

READ_SECONDS = 0.5

WaitForRoom = Callable[[], object]
"""Called before each block of a source that goes as fast as it can; may wait."""


def open_sound(path: Path, *, accept_truncated: bool = False) -> Any:
    """An open `soundfile.SoundFile`; what can't be used raises one `SpeechProblem` sentence."""
    name = str(path)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise SpeechProblem(
            "file.missing",
            "The sound file {file} can't be opened ({why}). Check the name and your access to it.",
            file=name,
            why=error.strerror or type(error).__name__,
        ) from error
    if size == 0:
        raise SpeechProblem(
            "file.empty", "The sound file {file} is empty (0 bytes). Record or copy it again.", file=name
        )
    try:
        sound = soundfile.SoundFile(name)
    except (soundfile.LibsndfileError, RuntimeError) as error:
        raise SpeechProblem(
            "file.unreadable",
            "{file} is not a sound file that can be read. Use wav, flac, ogg or mp3.",
            file=name,
        ) from error
    promised, present = promised_and_present_bytes(path)
    if promised > present and not accept_truncated:
        sound.close()
        raise SpeechProblem(
            "file.truncated",
            "{file} is cut off: its header promises {promised} bytes of sound and {present} are there. Copy "
            "it again, or add --accept-truncated to use what is there.",
            file=name,
            promised=str(promised),
            present=str(present),
        )
    if sound.frames == 0:
        sound.close()
        raise SpeechProblem(
            "file.silent", "{file} holds no sound at all. Record or copy it again.", file=name
        )
    if sound.channels > 2:
        channels = sound.channels
        sound.close()
        raise SpeechProblem(
            "file.channels",
            "{file} has {channels} channels. Use a stereo file (agent left, customer right) or a mono one.",
            file=name,
            channels=str(channels),
        )
    return sound


class FileSource:
    """Plays a file into the listeners: stereo is agent left, customer right; mono is one side alone.

    Thread: `file-source`, from `start` until the file's end or `stop`.
    """

    def __init__(
        self,
        path: Path,
        *,
        real_time: bool,
        mono_side: Channel = Channel.AGENT,
        wait_for_room: WaitForRoom | None = None,
        accept_truncated: bool = False,
    ) -> None:
        self._sound = open_sound(path, accept_truncated=accept_truncated)
        self._path = path
        self._real_time = real_time
        self._mono_side = mono_side
        self._wait_for_room = wait_for_room
        self._desk: BlockDesk | None = None
        self._stop_wanted = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self.problem: SpeechProblem | None = None
        """Set when the file broke off while it was read."""

    @property
    def duration_samples(self) -> int:
        """Length on the timeline."""
        return int(self._sound.frames * SAMPLE_RATE_HZ // self._sound.samplerate)

    def start(self, listener: CaptureListener) -> None:
        """Begin to play."""
        name = self._path.name
        self._desk = BlockDesk(listener, dict.fromkeys(Channel, name))
        self._thread = threading.Thread(target=self._run, args=(listener,), name="file-source", daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """Zeros instead of the file's sound, while the file goes on."""
        if self._desk is not None:
            self._desk.pause()

    def resume(self) -> None:
        """The file's sound again."""
        if self._desk is not None:
            self._desk.resume()

    def wait_ended(self, timeout_s: float | None = None) -> bool:
        """Wait until the file's end."""
        return self._ended.wait(timeout_s)

    def stop(self, timeout_s: float = 5.0) -> None:
        """Stop before the end."""
        self._stop_wanted.set()
        if self._thread is None:
            self._sound.close()
            self._ended.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
            if self._thread.is_alive():
                raise TimeoutError(f"the file {self._path.name} is still being read")

    def _run(self, listener: CaptureListener) -> None:
        assert self._desk is not None  # noqa: S101 - set before the thread starts
        position = 0
        begun = time.monotonic()
        try:
            for agent, customer in self._blocks():
                if self._stop_wanted.is_set():
                    break
                self._keep_pace(begun, position)
                self._desk.hand_on(position, agent, customer)
                position += len(agent)
        except soundfile.LibsndfileError as error:
            self.problem = SpeechProblem(
                "file.broken",
                "{file} can't be read further after {seconds} s ({why}); what came before is kept.",
                file=self._path.name,
                seconds=f"{position / SAMPLE_RATE_HZ:.1f}",
                why=str(error),
            )
        finally:
            self._desk.finish(position)
            for channel in Channel:
                listener(SourceStatus(channel, position, SourceState.ENDED, self._path.name))
            self._sound.close()
            self._ended.set()

    def _keep_pace(self, begun: float, position: int) -> None:
        """A block is handed on when it would have been heard whole, or when there is room for it."""
        if self._real_time:
            due = begun + (position + BLOCK_SAMPLES) / SAMPLE_RATE_HZ
            self._stop_wanted.wait(max(0.0, due - time.monotonic()))
        elif self._wait_for_room is not None:
            self._wait_for_room()

    def _blocks(self) -> Iterator[tuple[Pcm, Pcm]]:
        """Aligned blocks of both channels; the last one is filled up with silence."""
        rate = self._sound.samplerate
        resamplers = {channel: Resampler(rate) for channel in Channel}
        pending: dict[Channel, Pcm] = {channel: np.empty(0, np.int16) for channel in Channel}
        frames = max(1, round(rate * READ_SECONDS))
        last = False
        while not last:
            block = _read(self._sound, frames)
            last = len(block) < frames
            for channel, side in self._sides(block).items():
                pending[channel] = np.append(pending[channel], resamplers[channel].push(side, last=last))
            while len(pending[Channel.AGENT]) >= BLOCK_SAMPLES:
                yield pending[Channel.AGENT][:BLOCK_SAMPLES], pending[Channel.CUSTOMER][:BLOCK_SAMPLES]
                for channel in Channel:
                    pending[channel] = pending[channel][BLOCK_SAMPLES:]
        if rest := len(pending[Channel.AGENT]):
            agent, customer = (np.pad(pending[channel], (0, BLOCK_SAMPLES - rest)) for channel in Channel)
            yield agent, customer

    def _sides(self, block: Pcm) -> dict[Channel, Pcm]:
        if block.shape[1] == 2:
            return {Channel.AGENT: block[:, 0], Channel.CUSTOMER: block[:, 1]}
        silent = np.zeros(len(block), np.int16)
        sides = dict.fromkeys(Channel, silent)
        sides[self._mono_side] = block[:, 0]
        return sides


def _read(sound: Any, frames: int) -> Pcm:
    """The next frames as int16; libsndfile would cut floating point sound to zeros instead of scaling it."""
    if sound.subtype not in {"FLOAT", "DOUBLE"}:
        block: Pcm = sound.read(frames, dtype="int16", always_2d=True)
        return block
    samples = sound.read(frames, dtype="float32", always_2d=True)
    scaled: Pcm = np.clip(np.rint(samples * 32768.0), -32768, 32767).astype(np.int16)
    return scaled
