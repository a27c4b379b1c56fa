"""Writes what the recogniser makes of spoken sentences: `python -m tools.hear_sentences zh_CN --out FILE.jsonl`.

Real recognition errors for the classifier to learn from (`tools/train_meaning.py` reads `heard_*.jsonl`). The development
sentences must have been spoken (`tools/make_speech.py`, which names files by text); each goes over the lines of
`tests.benchmarks.telephone`, with development sentences as babble, through the app's own gate and recogniser. A line of
the output has the sentence's `id`, `line` (of the telephone), `text` (as heard), `said`, `label`, `categories`, `lang` and
`speaker`. A stopped run goes on where it was. About a second a sentence and line.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from speech.types import Channel, FinalTranscript  # noqa: E402
from tests.benchmarks.detection_data import SHARED, Sentence, sentences  # noqa: E402
from tests.benchmarks.detection_hearing import Hearing, speech_file  # noqa: E402
from tests.benchmarks.telephone import LINES  # noqa: E402

SEED = 20_251_125


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lang", help="zh_CN, en_US, en_GB or zh_TW")
    parser.add_argument("--lines", default="tel,poor", help=f"of {', '.join(LINES)}")
    parser.add_argument(
        "--out", type=Path, required=True, help="JSONL file, written anew from all that is kept"
    )
    parser.add_argument("--share", default="0/1", help="hear only part i of n, so that n processes can work")
    parser.add_argument("--kept-only", action="store_true", help="hear nothing; write what was heard before")
    wanted = parser.parse_args()
    spoken = [
        one
        for one in sentences(SHARED, {"dev", wanted.lang})
        if one.channel is Channel.AGENT and not one.context and one.sound is None and speech_file(one)
    ]
    work = [(one, name) for one in spoken for name in wanted.lines.split(",")]
    random.Random(SEED).shuffle(work)
    part, parts = map(int, wanted.share.split("/"))
    hearing = Hearing(recognise=not wanted.kept_only, readings=False, babble="dev")
    kept: list[str] = []
    for number, (sentence, name) in enumerate(work):
        if number % parts != part:
            continue
        text = heard(hearing, sentence, name)
        if text:
            kept.append(_line(sentence, name, text))
        if number % 200 == 0:
            print(f"{number} of {len(work)}", flush=True)
    wanted.out.write_text("".join(sorted(kept)), encoding="utf-8")
    print(f"{len(kept)} heard sentences in {wanted.out}")
    return 0


def heard(hearing: Hearing, sentence: Sentence, line: str) -> str:
    """The finals' words; empty where nothing was heard."""
    events = hearing.heard(sentence, LINES[line]) or []
    return " ".join(event.text for event in events if isinstance(event, FinalTranscript) and event.text)


def _line(sentence: Sentence, line: str, text: str) -> str:
    item = {
        "id": sentence.sentence_id,
        "line": line,
        "text": text,
        "said": sentence.text,
        "label": "violation" if sentence.violation else "compliant",
        "speaker": "agent",
        "lang": sentence.lang,
        "categories": sorted(sentence.categories),
    }
    return json.dumps(item, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
