"""The same rules over recorded calls in bulk: transcripts or sound, on all cores, resumable.

Sound needs a transcriber, given by the caller as `module:function` (a worker process imports it by name): it
takes a path, the channel that a mono file holds, the language and the phrases to spot, and yields what a live
recogniser would tell (partials, finals, spotted phrases). Transcripts are JSON lines, one utterance each: `text`,
`channel` (or `speaker`), optional `start_s`, `words` ([{text, start_s, end_s, confidence}]).

Resuming: results go line by line into a file beside the output; a file whose size, modification time and pack agree is
not scanned again.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from assist.problems import AssistProblem
from assist.rules.authoring import sorted_flags, words_of
from assist.rules.compiler import CompiledPack, compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.loader import load_pack
from speech.types import (
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    PartialTranscript,
    RecognitionEvent,
    SpottedPhrase,
    Word,
)

Transcriber = Callable[[Path, Channel | None, str, tuple[str, ...]], Iterable[RecognitionEvent]]
TRANSCRIPT_SUFFIXES = {".jsonl", ".json"}
PAUSE_BETWEEN_LINES = SAMPLE_RATE_HZ


@dataclass(frozen=True, slots=True)
class ScanJob:
    """What every worker needs to know; small, so that it crosses processes."""

    pack: Path
    transcriber: str = ""
    """`module:function`; empty where only transcripts are scanned."""
    channel: Channel | None = None
    """Whose voice a mono file holds; None: both in a stereo file."""
    jurisdiction: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    rules: str = ""
    """Hash of all the pack's files, as they were when the scan began."""


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What one file held."""

    path: Path
    utterances: int = 0
    seconds: float = 0.0
    found: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    problem: str = ""
    """Why the file could not be scanned; empty if it was."""

    def as_object(self) -> dict[str, Any]:
        """As the JSON interface gives it."""
        plain: dict[str, Any] = {
            "id": str(self.path),
            "utterances": self.utterances,
            "seconds": round(self.seconds, 2),
        }
        if self.problem:
            return {**plain, "problem": self.problem}
        return {**plain, **self.found}


_compiled: dict[ScanJob, CompiledPack] = {}


def scan_file(job: ScanJob, path: Path) -> ScanResult:
    """Scan one file in this process; a fault of the file is in the result."""
    try:
        if job not in _compiled:
            _compiled.clear()
            debt_type = str(dict(job.facts).get("debt_type", ""))
            _compiled[job] = compile_pack(
                load_pack(job.pack), jurisdiction=job.jurisdiction, debt_type=debt_type
            )
        pack = _compiled[job]
        engine = RuleEngine(pack, CaseFacts.from_mapping(dict(job.facts)))
        utterances, end = _hear(engine, _events(job, path, pack.pack.language, engine.spotter_phrases()))
    except AssistProblem as problem:
        return ScanResult(path, problem=str(problem))
    except OSError as error:
        return ScanResult(path, problem=f"{path.name} can't be read ({error.strerror or error})")
    return ScanResult(path, utterances, end / SAMPLE_RATE_HZ, sorted_flags(engine.flags, times=True))


def _hear(engine: RuleEngine, events: Iterable[RecognitionEvent]) -> tuple[int, int]:
    """Judge what was heard, in order; returns the number of utterances and the position of the end."""
    utterances = end = 0
    for event in events:
        if isinstance(event, PartialTranscript):
            engine.on_partial(event)
        elif isinstance(event, SpottedPhrase):
            engine.on_spotted(event)
        elif isinstance(event, FinalTranscript):
            engine.on_final(event)
            engine.on_time(event.heard_until)
            utterances += 1
            end = max(end, event.heard_until)
    return utterances, end


def scan_files(
    job: ScanJob, paths: Sequence[Path], *, workers: int = 0, resume: Path | None = None
) -> Iterator[ScanResult]:
    """Scan many files on all cores, each result as it comes; `resume` names the file of results so far."""
    # A broken pack is told once, not for each file.
    job = replace(job, pack=job.pack.resolve(), rules=load_pack(job.pack).sha256)
    done = _finished(resume) if resume is not None else {}
    todo = []
    for path in paths:
        if (key := _key(path, job)) in done:
            yield done[key]
        else:
            todo.append(path)
    count = min(workers or os.cpu_count() or 1, max(1, len(todo)))
    if count == 1 or len(todo) <= 1:
        for path in todo:
            yield _kept(scan_file(job, path), job, resume)
        return
    lost: list[Path] = []
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        futures: dict[Future[ScanResult], Path] = {pool.submit(scan_file, job, path): path for path in todo}
        for future in as_completed(futures):
            try:
                result = future.result()
            except BrokenProcessPool:
                lost.append(futures[future])
                continue
            yield _kept(result, job, resume)
    for path in lost:
        yield _kept(_scan_alone(job, path), job, resume)


def _scan_alone(job: ScanJob, path: Path) -> ScanResult:
    """A file that was under way when a worker died, in a process of its own: native code may abort on it."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(scan_file, job, path).result()
        except BrokenProcessPool:
            return ScanResult(path, problem=f"{path.name}: the recogniser crashed on it; the others went on")


def _events(job: ScanJob, path: Path, language: str, spotted: tuple[str, ...]) -> Iterable[RecognitionEvent]:
    if path.suffix.lower() in TRANSCRIPT_SUFFIXES:
        finals = _from_lines(path, job.channel, language)
        return sorted(finals, key=lambda one: (one.heard_until, one.channel.value))
    if not job.transcriber:
        raise AssistProblem(
            "scan.no_transcriber",
            "{file} is sound, and no recogniser is at hand. Give a transcript.",
            file=path.name,
        )
    module, _, name = job.transcriber.partition(":")
    transcribe: Transcriber = getattr(importlib.import_module(module), name)
    return transcribe(path, job.channel, language, spotted)


def _from_lines(path: Path, channel: Channel | None, language: str) -> Iterator[FinalTranscript]:
    position = 0
    counts = dict.fromkeys(Channel, 0)
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            speaker = Channel(str(item.get("channel") or item.get("speaker") or channel or "agent"))
            start = round(float(item["start_s"]) * SAMPLE_RATE_HZ) if "start_s" in item else position
            words = _words(item, language, start)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
            raise AssistProblem(
                "scan.bad_line",
                "{file}:{line}: no utterance ({error}). Write an object with text and channel.",
                file=path.name,
                line=str(number),
                error=str(error)[:120],
            ) from error
        if channel is not None and speaker is not channel:
            continue
        end = words[-1].end if words else start
        yield FinalTranscript(speaker, counts[speaker], words, end)
        counts[speaker] += 1
        position = end + PAUSE_BETWEEN_LINES


def _words(item: dict[str, Any], language: str, start: int) -> tuple[Word, ...]:
    if "words" not in item:
        return words_of(str(item["text"]), language, start)
    return tuple(
        Word(
            str(word["text"]),
            round(float(word["start_s"]) * SAMPLE_RATE_HZ),
            round(float(word["end_s"]) * SAMPLE_RATE_HZ),
            float(word.get("confidence", 1.0)),
        )
        for word in item["words"]
    )


def _key(path: Path, job: ScanJob) -> str:
    """Changes when the file, the settings, or any file of the rules do."""
    try:
        file = path.stat()
    except OSError:
        return ""
    of_file = (path.resolve(), file.st_size, file.st_mtime_ns)
    return hashlib.sha256(repr((of_file, job)).encode()).hexdigest()


def _finished(resume: Path) -> dict[str, ScanResult]:
    """Results of an earlier run; a line cut off by its end is left out."""
    found: dict[str, ScanResult] = {}
    if not resume.is_file():
        return found
    for line in resume.read_text(encoding="utf-8").splitlines():
        try:
            item = json.loads(line)
            result = ScanResult(Path(item["path"]), item["utterances"], item["seconds"], item["found"])
        except (ValueError, KeyError, TypeError):
            continue
        found[item["key"]] = result
    return found


def _kept(result: ScanResult, job: ScanJob, resume: Path | None) -> ScanResult:
    if resume is not None and not result.problem:
        entry = {
            "key": _key(result.path, job),
            "path": str(result.path),
            "utterances": result.utterances,
            "seconds": result.seconds,
            "found": result.found,
        }
        with resume.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return result
