"""The recogniser as a call uses it: a supervised child process that can die without anyone noticing much.

`feed` never waits: sound goes into a backlog, and a writer thread hands it to the child at most
`WINDOW_SAMPLES` ahead of what was recognised. What was not yet recognised is kept and given again when
the child dies. When recognition falls behind it gives way in this order: a narrower beam; the spotter alone
for the customer; and at last the oldest sound is left out of recognition, declared as a gap. Recording is
not touched by any of it.

Threads: `recognizer-feed` writes to the child and owns its life; `recognizer-read` reads from it and calls
the listener.
"""

from __future__ import annotations

import contextlib
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from speech.backlog import ChannelBacklog
from speech.child import start_child
from speech.give_way import GiveWay
from speech.problems import SpeechProblem
from speech.recognizer import RecognitionListener, RecognizerSettings
from speech.types import (
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioGap,
    Channel,
    FinalTranscript,
    GapReason,
    HearingMode,
    RecognizerRestarted,
)
from speech.wire import Frame, Kind, event_of, read_frame, sound_frame, write_frame

MOST_LOADS = 2
"""A model is tried so often before recognition is given up: in mid-call a second try costs less than silence."""

BACK_OFF_S = 2.0
"""Pause before a child is started again that died without having recognised anything."""

ReportBug = Callable[[BaseException], None]


class RecognizerProcess:
    """Owns the child process and both threads from `start` until `stop` returns."""

    def __init__(
        self, settings: RecognizerSettings, listener: RecognitionListener, report_bug: ReportBug
    ) -> None:
        self._settings = settings
        self._listener = listener
        self._report_bug = report_bug
        self._changed = threading.Condition()
        self._backlogs = {channel: ChannelBacklog(channel) for channel in Channel}
        self._give_way = GiveWay()
        self._mode = HearingMode.FULL
        self._customer_left_out_from = -1
        self._failure: str | None = None
        self._failed_loads = 0
        self._ready = False
        self._stopping = False
        self._flushed = False
        self._progress = False
        """Whether the child that runs has got further than its predecessor."""
        self._pipe_ended_at = 0.0
        self._child: subprocess.Popen[bytes] | None = None
        self._died_at = 0.0
        self._told_mode = HearingMode.FULL
        self._flush_sent = False
        self._thread = threading.Thread(target=self._run, name="recognizer-feed", daemon=True)

    # --- from any thread ---------------------------------------------------------------------------

    @property
    def pid(self) -> int:
        """The child's process id; -1 before it runs."""
        child = self._child
        return child.pid if child is not None else -1

    @property
    def behind(self) -> dict[Channel, int]:
        """Samples of each channel that wait for recognition."""
        with self._changed:
            return {channel: backlog.behind for channel, backlog in self._backlogs.items()}

    def start(self) -> None:
        """Start the child; sound may be fed at once."""
        self._thread.start()

    def wait_ready(self, timeout_s: float) -> None:
        """Wait until the model is loaded; raises `SpeechProblem` if it can't be."""
        with self._changed:
            self._changed.wait_for(lambda: self._ready or self._failure is not None, timeout_s)
            if self._ready:
                return
            why = self._failure or f"it did not load within {timeout_s:.0f} s"
        raise SpeechProblem(
            "recognizer.unavailable",
            "Speech recognition could not start ({why}). Check the model with: evenhand models verify",
            why=why,
        )

    def feed(self, chunk: AudioChunk) -> None:
        """Hand over sound, in order for each channel. Never waits."""
        gap = None
        with self._changed:
            backlog = self._backlogs[chunk.channel]
            backlog.add(chunk)
            if self._settings.give_way:
                gap = backlog.drop_oldest()
            self._changed.notify_all()
        if gap is not None:
            self._listener(gap)

    def wait_for_room(self, seconds: float, timeout_s: float) -> bool:
        """Wait until less than `seconds` of either channel wait; for sources that are not live."""
        limit = round(seconds * SAMPLE_RATE_HZ)
        with self._changed:
            return self._changed.wait_for(
                lambda: self._stopping or all(b.behind < limit for b in self._backlogs.values()), timeout_s
            )

    def stop(self, timeout_s: float = 30.0) -> None:
        """Recognise what was fed, hand on the last finals, and end; the child is ended in any case."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            child = self._child
            if child is not None:
                child.kill()
            self._thread.join(5.0)
            raise TimeoutError("the recogniser did not finish its last utterances in time")

    # --- the feed thread ---------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while not self._flushed and self._failure is None:
                self._live_once()
            self._close_gaps()
        except Exception as bug:
            self._report_bug(bug)
            with self._changed:
                self._failure = self._failure or type(bug).__name__
                self._changed.notify_all()

    def _live_once(self) -> None:
        """One life of the child, from start to its end."""
        child = self._spawn()
        reader = threading.Thread(target=self._read, args=(child,), name="recognizer-read", daemon=True)
        reader.start()
        with contextlib.suppress(OSError):  # A broken pipe means that the child died.
            self._write_until_end(child)
        self._end(child, reader)
        if not self._flushed and self._failure is None:
            self._after_death(child)

    def _spawn(self) -> subprocess.Popen[bytes]:
        with self._changed:
            self._told_mode = HearingMode.FULL
            self._flush_sent = False
            self._pipe_ended_at = 0.0
            first = {channel: backlog.next_utterance for channel, backlog in self._backlogs.items()}
        self._child = start_child(self._settings, first)
        return self._child

    def _write_until_end(self, child: subprocess.Popen[bytes]) -> None:
        pipe = child.stdin
        assert pipe is not None  # noqa: S101 - both pipes were asked for
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._has_work(child), 0.5)
                if self._life_is_over(child):
                    return
                if not self._ready:
                    continue
                chunks = [chunk for channel in Channel if (chunk := self._backlogs[channel].take())]
                mode = self._mode
                drained = self._stopping and not any(b.waiting for b in self._backlogs.values())
            if mode is not self._told_mode:
                write_frame(pipe, Frame(Kind.MODE, mode.value.encode()))  # type: ignore[arg-type]
                self._told_mode = mode
            for chunk in chunks:
                write_frame(pipe, sound_frame(chunk))  # type: ignore[arg-type]
            if drained and not chunks and not self._flush_sent:
                write_frame(pipe, Frame(Kind.FLUSH))  # type: ignore[arg-type]
                self._flush_sent = True

    def _has_work(self, child: subprocess.Popen[bytes]) -> bool:
        if self._life_is_over(child):
            return True
        if not self._ready:
            return False
        if any(backlog.can_take for backlog in self._backlogs.values()) or self._mode is not self._told_mode:
            return True
        drained = not any(backlog.waiting for backlog in self._backlogs.values())
        return self._stopping and drained and not self._flush_sent

    def _life_is_over(self, child: subprocess.Popen[bytes]) -> bool:
        ended = self._flushed or self._failure is not None or self._pipe_ended_at > 0
        return ended or child.poll() is not None

    def _end(self, child: subprocess.Popen[bytes], reader: threading.Thread) -> None:
        """Let the child end by itself, then make sure; what it still said is read before the pipe is closed."""
        assert child.stdin is not None and child.stdout is not None  # noqa: S101,PT018 - both were asked for
        with contextlib.suppress(OSError):
            child.stdin.close()
        try:
            child.wait(2.0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        reader.join(5.0)
        if not reader.is_alive():
            child.stdout.close()

    def _after_death(self, child: subprocess.Popen[bytes]) -> None:
        """Put back what was not recognised; what the child was at when it died twice is left out."""
        self._died_at = self._pipe_ended_at or time.monotonic()
        code = child.returncode
        reason = f"signal {-code}" if code < 0 else f"exit {code}"
        gaps: list[AudioGap] = []
        with self._changed:
            self._ready = False
            for backlog in self._backlogs.values():
                if not self._progress and (gap := backlog.leave_out()) is not None:
                    gaps.append(gap)
                backlog.put_back()
            position = max(backlog.fed_until for backlog in self._backlogs.values())
            refed_from = min(backlog.taken_until for backlog in self._backlogs.values())
            back_off = not self._progress
            self._progress = False
        self._restart_told = RecognizerRestarted(position, refed_from, 0, reason)
        for gap in gaps:
            self._listener(gap)
        if back_off:
            time.sleep(BACK_OFF_S)

    # --- the read thread ---------------------------------------------------------------------------

    def _read(self, child: subprocess.Popen[bytes]) -> None:
        pipe = child.stdout
        assert pipe is not None  # noqa: S101 - both pipes were asked for
        try:
            while (frame := read_frame(pipe)) is not None:  # type: ignore[arg-type]
                self._guarded(frame)
        except (OSError, ValueError):
            return  # The pipe was closed under us: the child is being ended.
        finally:
            with self._changed:
                self._pipe_ended_at = time.monotonic()
                self._changed.notify_all()

    def _guarded(self, frame: Frame) -> None:
        """A listener's bug is reported and costs one event, not the recognition."""
        try:
            self._on_frame(frame)
        except Exception as bug:
            self._report_bug(bug)

    def _on_frame(self, frame: Frame) -> None:
        if frame.kind is Kind.EVENT:
            self._on_event(frame)
        elif frame.kind is Kind.HEARD:
            self._on_heard(frame)
        elif frame.kind is Kind.READY:
            self._on_ready()
        else:
            with self._changed:
                if frame.kind is Kind.FLUSHED:
                    self._flushed = True
                elif frame.kind is Kind.FAILED:
                    self._failed_loads += 1
                    if self._failed_loads >= MOST_LOADS:
                        self._failure = frame.payload.decode(errors="replace")
                self._changed.notify_all()

    def _on_ready(self) -> None:
        with self._changed:
            self._ready = True
            self._failed_loads = 0
            self._changed.notify_all()
        if self._died_at:
            after_ms = round((time.monotonic() - self._died_at) * 1000)
            self._died_at = 0.0
            self._listener(replace(self._restart_told, after_ms=after_ms))

    def _on_event(self, frame: Frame) -> None:
        event = event_of(frame)
        if isinstance(event, FinalTranscript):
            with self._changed:
                backlog = self._backlogs[event.channel]
                recovered = backlog.recognized(event.utterance, event.heard_until)
                self._progress = True
            event = replace(event, recovered=recovered)
        self._listener(event)

    def _on_heard(self, frame: Frame) -> None:
        lag = None
        gap = None
        with self._changed:
            self._backlogs[frame.channel].heard(frame.position, idle=bool(frame.payload))
            self._progress = self._progress or all(b.past_recovery for b in self._backlogs.values())
            if self._settings.give_way:
                agent, customer = (self._backlogs[channel].behind for channel in Channel)
                lag = self._give_way.judge(agent, customer, frame.position)
                gap = self._change_mode(self._give_way.mode)
            self._changed.notify_all()
        if gap is not None:
            self._listener(gap)
        if lag is not None:
            self._listener(lag)

    def _change_mode(self, mode: HearingMode) -> AudioGap | None:
        """Take the mode over; returns the gap that opens or closes for the customer's side."""
        if mode is self._mode:
            return None
        was, self._mode = self._mode, mode
        spotter_only = HearingMode.CUSTOMER_SPOTTER_ONLY
        reason = GapReason.RECOGNITION_OVERLOAD
        if mode is spotter_only:
            self._customer_left_out_from = self._backlogs[Channel.CUSTOMER].heard_until
            return AudioGap(Channel.CUSTOMER, self._customer_left_out_from, -1, reason, recording=False)
        if was is spotter_only:
            end = self._backlogs[Channel.CUSTOMER].heard_until
            return AudioGap(Channel.CUSTOMER, self._customer_left_out_from, end, reason, recording=False)
        return None

    def _close_gaps(self) -> None:
        """At the end: what was left out of recognition is told with its end, and what never was recognised."""
        gaps: list[AudioGap] = []
        with self._changed:
            if self._mode is HearingMode.CUSTOMER_SPOTTER_ONLY:
                start, end = self._customer_left_out_from, self._backlogs[Channel.CUSTOMER].fed_until
                reason = GapReason.RECOGNITION_OVERLOAD
                gaps.append(AudioGap(Channel.CUSTOMER, start, end, reason, recording=False))
            if self._failure is not None:
                gaps += [backlog.never_recognized() for backlog in self._backlogs.values()]
        for gap in gaps:
            self._listener(gap)
