"""How well the small Vosk models hear the demo calls: `python -m tools.demo.measure zh`, in the app's environment.

Prints what was heard for each line and the error rate of each side (characters in Chinese, words in English).
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from ruamel.yaml import YAML

from desktop.transcriber import transcribe
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, Word

CALLS = Path(__file__).resolve().parents[2] / "desktop" / "demo_calls"
SLACK_S = 0.25


def units(text: str, language: str) -> list[str]:
    """What errors are counted in."""
    if language == "zh":
        return re.findall(r"[\u4e00-\u9fff]", text)
    return re.findall(r"[a-z']+", text.lower())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=("zh", "en"))
    parser.add_argument("--calls", type=Path, default=CALLS)
    wanted = parser.parse_args()
    script = YAML(typ="safe").load((wanted.calls / f"{wanted.language}.yaml").read_text("utf-8"))
    heard: dict[str, list[Word]] = {channel.value: [] for channel in Channel}
    for event in transcribe(wanted.calls / script["sound"], None, wanted.language):
        if isinstance(event, FinalTranscript):
            heard[event.channel.value] += event.words
    errors = {side: [0, 0] for side in heard}
    for line in script["lines"]:
        first, last = (
            (line[key] + add) * SAMPLE_RATE_HZ for key, add in (("start_s", -SLACK_S), ("end_s", SLACK_S))
        )
        words = [w.text for w in heard[line["who"]] if first <= (w.start + w.end) / 2 <= last]
        said = units(line["say"], wanted.language)
        got = units(" ".join(words), wanted.language)
        wrong = Levenshtein.distance(said, got)
        errors[line["who"]][0] += wrong
        errors[line["who"]][1] += len(said)
        print(f"{line['start_s']:6.1f} {line['who']:8} {wrong:2}/{len(said):<3} {line['say']}")
        if wrong:
            print(f"{'':24}{' '.join(words)}")
    for side, (wrong, total) in errors.items():
        print(f"{side}: {wrong}/{total} = {wrong / total:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
