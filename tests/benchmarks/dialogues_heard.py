"""The dialogues as speech: `python -m tests.benchmarks.dialogues_heard --sentences FILE` lists what is to be read aloud.

Then `tools/make_speech.py FILE --out CACHE/speech` reads it (in the environment of `tools/demo/requirements.txt`), and
`python -m tests.benchmarks.dialogues --speech tel` recognises it over a telephone line and follows it. Sound and what
was heard are kept outside the repository, as for the detection evaluation.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from speech.types import Channel
from tests.benchmarks.detection_data import Sentence
from tests.benchmarks.detection_hearing import Hearing, speech_file
from tests.benchmarks.dialogues_written import FOLDER, Dialogue, Turn, dialogues
from tests.benchmarks.telephone import Line
from tests.support.playbook_calls import TextCall


class HeardDialogues:
    """Gives a call what the recogniser heard of its turns over a line."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._hearing = Hearing(recognise=True, readings=False)

    def is_spoken(self, dialogue: Dialogue) -> bool:
        """Whether there is sound for every turn."""
        return all(speech_file(sentence_of(dialogue, turn)) is not None for turn in dialogue.turns)

    def say(self, call: TextCall, dialogue: Dialogue, turn: Turn) -> None:
        """The turn as it was recognised."""
        sentence = sentence_of(dialogue, turn)
        call.hear(sentence.channel, self._hearing.heard(sentence, self._line) or [])


def sentence_of(dialogue: Dialogue, turn: Turn) -> Sentence:
    """A turn as the detection evaluation's hearing takes it."""
    text = turn.spoken
    channel = Channel.AGENT if turn.agent else Channel.CUSTOMER
    return Sentence(dialogue.name, text, False, channel, "", dialogue.locale, frozenset(), {}, half="dev")


def main() -> None:
    """Write the turns as lines for `tools/make_speech.py`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, required=True, help="JSONL to write")
    parser.add_argument("--fresh", action="store_true", help="of the fresh dialogues")
    parser.add_argument("--only", nargs="*", default=[], help="of these dialogues alone")
    asked = parser.parse_args()
    chosen = [
        one
        for one in dialogues(FOLDER / "fresh" if asked.fresh else FOLDER)
        if not asked.only or one.name in asked.only
    ]
    lines = [
        json.dumps({"id": one.name, "text": turn.spoken, "lang": one.locale}, ensure_ascii=False)
        for one in chosen
        for turn in one.turns
    ]
    asked.sentences.write_text("\n".join(dict.fromkeys(lines)) + "\n", "utf-8")
    print(f"{len(dict.fromkeys(lines))} sentences of {len(chosen)} dialogues")


if __name__ == "__main__":
    main()
