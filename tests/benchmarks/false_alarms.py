"""What interrupts an agent who does nothing wrong: `python -m tests.benchmarks.false_alarms [--out FILE]`.

Three kinds of ordinary talk: five hours of Mandarin and one of English as text (`tools/make_ordinary_talk.py`); the
recordings of `--shared`'s `audio` folder, where present, as the app hears them; and ordinary talk as synthetic speech
(`--speech-minutes`, after `tools/make_speech.py`). Counted are flags that interrupt, by kind; the target is at most one in
30 minutes, and every one is listed. A duty left unsaid (a call of these tables may not state everything that a law
wants stated) is true of such a call: it is listed apart and not counted as false.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import ModuleType

import soundfile

from assist.rules.authoring import load_judge, words_of
from assist.rules.compiler import CompiledPack
from assist.rules.engine import RuleEngine
from assist.rules.flags import Flag, FlagKind
from assist.rules.spotting import spotter_phrases
from desktop.transcriber import transcribe
from speech.types import (
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    PartialTranscript,
    RecognitionEvent,
    SpottedPhrase,
)
from speech.wire import Frame, Kind, event_frame, event_of
from tests.benchmarks.detection_data import ROOT, SHARED, Sentence
from tests.benchmarks.detection_figures import Share
from tests.benchmarks.detection_hearing import Hearing, cache_folder
from tests.benchmarks.telephone import LINES

TURN_PAUSE_SAMPLES = SAMPLE_RATE_HZ // 2
PACKS = {"zh": ("zh_CN", "CN"), "en": ("en_US", "US")}
MINUTES = {"zh": 300.0, "en": 60.0}
WINDOW_MINUTES = 30
TARGET = 1.0


@dataclass(frozen=True)
class Alarm:
    """One interruption, or one violation flagged without interrupting."""

    where: str
    kind: str
    rule: str
    category: str
    interrupts: bool
    words: str
    said: str


@dataclass
class Talk:
    """What one kind of talk came to."""

    name: str
    minutes: float
    alarms: list[Alarm]

    @property
    def interrupting(self) -> list[Alarm]:
        """Alarms that count."""
        return [one for one in self.alarms if one.interrupts and one.kind != FlagKind.OMISSION]

    @property
    def rate(self) -> float:
        """Interruptions in 30 minutes."""
        return len(self.interrupting) * WINDOW_MINUTES / self.minutes if self.minutes else 0.0


def ordinary_module() -> ModuleType:
    """`tools/make_ordinary_talk.py`, which is a script and not a package."""
    path = ROOT / "tools" / "make_ordinary_talk.py"
    spec = importlib.util.spec_from_file_location("make_ordinary_talk", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_ordinary_talk"] = module
    spec.loader.exec_module(module)
    return module


def compiled_pack(language: str) -> CompiledPack:
    """The shipped pack for a language's first place."""
    name, place = PACKS[language]
    return load_judge(name).compiled(place)


class Listener:
    """One call; remembers every alarm with what was said."""

    def __init__(self, compiled: CompiledPack, where: str) -> None:
        self._engine = RuleEngine(compiled)
        self._where = where
        self._said: dict[tuple[Channel, int], str] = {}
        self._alarmed: dict[str, Flag] = {}

    def hear(self, event: RecognitionEvent) -> int:
        """Give an event to the rules; the position where the call then is."""
        if isinstance(event, SpottedPhrase):
            flags, position = self._engine.on_spotted(event), event.end
        else:
            self._said[event.channel, event.utterance] = event.text
            partial = isinstance(event, PartialTranscript)
            flags = self._engine.on_partial(event) if partial else self._engine.on_final(event)  # type: ignore[arg-type]
            position = event.heard_until
        for flag in (*flags, *self._engine.on_time(position)):
            if flag.interrupts:
                self._alarmed.setdefault(flag.flag_id, flag)
        return position

    def alarms(self) -> list[Alarm]:
        """All interruptions, and violations that were flagged silently."""
        found = dict(self._alarmed)
        for flag in self._engine.flags:
            if flag.kind is FlagKind.VIOLATION:
                found.setdefault(flag.flag_id, flag)
        return [
            Alarm(
                self._where, flag.kind.value, flag.rule, flag.category, flag.flag_id in self._alarmed,
                flag.text, self._said.get((flag.channel, flag.utterance), ""),
            )
            for flag in found.values()
        ]  # fmt: skip


def in_text(language: str, minutes: float) -> Talk:
    """Ordinary talk, perfectly recognised."""
    module, compiled = ordinary_module(), compiled_pack(language)
    turns = module.ordinary_talk(language, minutes)
    spoken = sum(module.length(turn.text, language) for turn in turns) / module.PER_MINUTE[language]
    alarms: list[Alarm] = []
    for call in sorted({turn.call for turn in turns}):
        listener, position = Listener(compiled, f"text {call}"), 0
        for number, turn in enumerate(turn for turn in turns if turn.call == call):
            words = words_of(turn.text, language, position)
            if words:
                position = words[-1].end + TURN_PAUSE_SAMPLES
                listener.hear(FinalTranscript(Channel(turn.speaker), number, words, position))
        alarms += listener.alarms()
    return Talk(f"ordinary {language}, text", spoken, alarms)


def in_recordings(language: str, files: Iterable[Path], name: str, *, spotter: bool) -> Talk:
    """Recordings as the app hears them, with second readings; the spotter's phrases change with the pack, and with
    them every recording must be heard again."""
    compiled = compiled_pack(language)
    phrases = spotter_phrases(compiled) if spotter else ()
    minutes, alarms = 0.0, list[Alarm]()
    for path in files:
        minutes += soundfile.info(path).duration / 60
        listener = Listener(compiled, path.name)
        for event in _heard(path, language, phrases):
            listener.hear(event)
        alarms += listener.alarms()
    return Talk(name, minutes, alarms)


def _heard(path: Path, language: str, phrases: tuple[str, ...]) -> list[RecognitionEvent]:
    grammar = "\n".join(phrases).encode()
    key = hashlib.sha256(path.read_bytes() + grammar + language.encode()).hexdigest()[:24]
    kept = cache_folder() / "recordings" / f"{key}.jsonl"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        events = list(transcribe(path, None, language, phrases))
        kept.write_bytes(b"".join(event_frame(event).payload + b"\n" for event in events))
    return [event_of(Frame(Kind.EVENT, line)) for line in kept.read_bytes().splitlines()]


def in_speech(language: str, minutes: float, line: str, *, recognise: bool) -> Talk:
    """Ordinary talk as synthetic speech on a line; turns that were not spoken or heard are left out."""
    module, compiled = ordinary_module(), compiled_pack(language)
    hearing = Hearing(recognise=recognise)
    spoken, alarms = 0.0, list[Alarm]()
    listener, call, position = Listener(compiled, "speech 0"), 0, 0
    for number, turn in enumerate(module.ordinary_talk(language, minutes)):
        if turn.call != call:
            alarms += listener.alarms()
            call, position = turn.call, 0
            listener = Listener(compiled, f"speech {call}")
        one = Sentence(
            "", turn.text, False, Channel(turn.speaker), "", turn.lang, frozenset(), {}, blind=False
        )
        events = hearing.heard(one, LINES[line])
        if events is None:
            continue
        spoken += module.length(turn.text, language) / module.PER_MINUTE[language]
        end = position
        for event in events:
            end = max(end, listener.hear(_later(event, position, number * 10)))
        position = end + TURN_PAUSE_SAMPLES
    alarms += listener.alarms()
    return Talk(f"ordinary {language}, synthetic speech, {line}", spoken, alarms)


def _later(event: RecognitionEvent, by: int, utterances: int) -> RecognitionEvent:
    if isinstance(event, SpottedPhrase):
        return replace(event, start=event.start + by, end=event.end + by)
    words = tuple(replace(word, start=word.start + by, end=word.end + by) for word in event.words)
    return replace(
        event, words=words, heard_until=event.heard_until + by, utterance=event.utterance + utterances
    )


def show(talks: Sequence[Talk]) -> None:
    """A table, then every alarm."""
    print(
        "| talk | minutes | interrupting alarms | in 30 minutes | target | silent violation flags | duties unsaid |"
    )
    print("|---|---|---|---|---|---|---|")
    for talk in talks:
        violations = [one for one in talk.alarms if one.kind == FlagKind.VIOLATION and not one.interrupts]
        unsaid = [one for one in talk.alarms if one.kind == FlagKind.OMISSION]
        met = "met" if talk.rate <= TARGET else "NOT met"
        print(
            f"| {talk.name} | {talk.minutes:.1f} | {len(talk.interrupting)} | {talk.rate:.2f} "
            f"| ≤ {TARGET:.0f}: {met} | {len(violations)} | {len(unsaid)} |"
        )
    windows = sum(talk.minutes for talk in talks) / WINDOW_MINUTES
    total = sum(len(talk.interrupting) for talk in talks)
    if windows:
        print(
            f"\nAll together: {total} in {windows * WINDOW_MINUTES:.0f} minutes, {total / windows:.2f} in 30 minutes."
        )
    for talk in talks:
        counted = [one for one in talk.alarms if one.kind != FlagKind.OMISSION]
        if counted:
            print(f"\n### {talk.name}\n")
        for one in counted:
            loud = "interrupts" if one.interrupts else "silent"
            print(
                f"- {one.category} `{one.rule}` ({one.kind}, {loud}, {one.where}): “{one.words}” in “{one.said}”"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", default="zh,en")
    parser.add_argument("--minutes", type=float, help="of each language as text (300 of zh, 60 of en)")
    parser.add_argument("--recordings", action="store_true", help="hear the recordings of --shared too")
    parser.add_argument(
        "--speech-minutes", type=float, default=0.0, help="of ordinary talk as synthetic speech"
    )
    parser.add_argument("--line", default="tel", choices=sorted(LINES))
    parser.add_argument(
        "--recognise", action="store_true", help="hear synthetic speech that was not heard yet"
    )
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, help="as JSON")
    wanted = parser.parse_args()
    talks = []
    for language in wanted.languages.split(","):
        talks.append(in_text(language, wanted.minutes or MINUTES[language]))
        if wanted.speech_minutes:
            talks.append(in_speech(language, wanted.speech_minutes, wanted.line, recognise=wanted.recognise))
        if wanted.recordings:
            audio = wanted.shared / "audio"
            folders = [(language, f"recordings, {language}"), ("calls", "real calls, en")]
            for folder, name in folders if language == "en" else folders[:1]:
                files = sorted((audio / folder).glob("*.*"))
                talks.append(in_recordings(language, files, name, spotter=wanted.spotter))
    show(talks)
    if wanted.out:
        plain = [
            {**asdict(talk), "rate": talk.rate, "counted": Share(len(talk.interrupting), 1).hits}
            for talk in talks
        ]
        wanted.out.write_text(json.dumps(plain, ensure_ascii=False, indent=1), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
