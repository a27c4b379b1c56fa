"""Hours of ordinary talk, to count false alarms on: `python tools/make_ordinary_talk.py zh --minutes 300 --out FILE`.

Expands the tables of `tests/data/detection/ordinary_<language>.txt` into calls and conversations, JSONL with `call`,
`text`, `speaker`, `lang`, `kind`. The same seed gives the same text, so the text itself is not kept. In a call of a
collector the parts come in their order, the customer answers between; in everyday talk both sides chat. No sentence
comes twice within a conversation. Text that is spoken at 240 characters (Mandarin) or 150 words (English) a minute.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "tests" / "data" / "detection"
PER_MINUTE = {"zh": 240, "en": 150}
SEED = 20261125
CALL_MINUTES = (2.0, 5.0)
SECTION = re.compile(r"\[(slot|agent|customer|everyday) ([a-z]+)\]")
CHOICE = re.compile(r"\(([^()]*)\)")
SLOT = re.compile(r"\{([a-z]+)\}")
ORDER = ("open", "account", "ask", "offer", "more", "care", "rights", "more", "close")
"""The parts of a collector's call."""
TURNS_OF_PART = {"open": (2, 3), "close": (2, 3)}
ZH_BEFORE = ("", "", "", "", "嗯，", "那个，", "呃，", "就是，", "好，", "是这样的，")
EN_BEFORE = ("", "", "", "", "okay, ", "well, ", "so, ", "right, ", "um, ")


@dataclass(frozen=True)
class Turn:
    """One thing said."""

    call: int
    text: str
    speaker: str
    lang: str
    kind: str
    """`collection` or `everyday`."""


@dataclass
class Tables:
    """The phrase tables of a language."""

    slots: dict[str, list[str]] = field(default_factory=dict)
    agent: dict[str, list[str]] = field(default_factory=dict)
    customer: list[str] = field(default_factory=list)
    everyday: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> Tables:
        """From a file; a line outside a section is an error that names it."""
        found = cls()
        lines: list[str] | None = None
        words = False
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            if section := SECTION.fullmatch(line):
                kind, name = section.groups()
                words = kind == "slot"
                tables: Mapping[str, dict[str, list[str]]] = {"slot": found.slots, "agent": found.agent}
                if kind in tables:
                    lines = tables[kind].setdefault(name, [])
                else:
                    lines = found.customer if kind == "customer" else found.everyday
            elif lines is None:
                raise SystemExit(f"{path}:{number}: a line before the first [section].")
            elif words:
                lines += line.split("/") if "/" in line else line.split(" ")
            else:
                lines.append(line)
        return found


class Talk:
    """Expands templates; one random source decides everything."""

    def __init__(self, tables: Tables, language: str, seed: int) -> None:
        self._tables = tables
        self._language = language
        self._lang = "zh_CN" if language == "zh" else "en_US"
        self._random = random.Random(seed)
        self._before = ZH_BEFORE if language == "zh" else EN_BEFORE

    def say(self, template: str) -> str:
        """One expansion."""
        text = template
        while "{" in text or "(" in text:
            text = CHOICE.sub(lambda found: self._random.choice(found[1].split("|")), text)
            text = SLOT.sub(lambda found: self._random.choice(self._tables.slots[found[1]]), text)
        return self._random.choice(self._before) + text

    def conversation(self, call: int, units: int) -> Iterator[Turn]:
        """One call of a collector or one everyday conversation of about so many characters or words."""
        kind = "everyday" if call % 2 else "collection"
        turns = self._everyday() if kind == "everyday" else self._collection()
        done = 0
        for speaker, text in turns:
            yield Turn(call, text, speaker, self._lang, kind)
            done += length(text, self._language)
            if done >= units:
                return

    def _everyday(self) -> Iterator[tuple[str, str]]:
        templates = self._shuffled(self._tables.everyday)
        for place, template in enumerate(templates):
            yield "agent" if place % 2 else "customer", self.say(template)

    def _collection(self) -> Iterator[tuple[str, str]]:
        answers = iter(self._shuffled(self._tables.customer * 3))
        for part in ORDER:
            lines = self._shuffled(self._tables.agent.get(part, []))
            fewest, most = TURNS_OF_PART.get(part, (3, 5))
            for template in lines[: self._random.randint(fewest, most)]:
                yield "agent", self.say(template)
                if self._random.random() < 0.6:
                    yield "customer", self.say(next(answers))

    def _shuffled(self, lines: Sequence[str]) -> list[str]:
        return self._random.sample(lines, len(lines))


def length(text: str, language: str) -> int:
    """Characters or words."""
    return len(re.findall(r"[\u4e00-\u9fff]", text)) if language == "zh" else len(text.split())


def ordinary_talk(language: str, minutes: float, seed: int = SEED) -> list[Turn]:
    """Conversations that take at least so many minutes to say."""
    talk = Talk(Tables.read(DATA / f"ordinary_{language}.txt"), language, seed)
    lengths = random.Random(seed + 1)
    wanted, done, call = minutes * PER_MINUTE[language], 0, 0
    found: list[Turn] = []
    while done < wanted:
        units = round(lengths.uniform(*CALL_MINUTES) * PER_MINUTE[language])
        for turn in talk.conversation(call, units):
            found.append(turn)
            done += length(turn.text, language)
        call += 1
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=sorted(PER_MINUTE))
    parser.add_argument("--minutes", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, help="default: standard output")
    wanted = parser.parse_args()
    turns = ordinary_talk(wanted.language, wanted.minutes, wanted.seed)
    text = "".join(json.dumps(asdict(turn), ensure_ascii=False) + "\n" for turn in turns)
    if wanted.out is None:
        sys.stdout.write(text)
    else:
        wanted.out.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
