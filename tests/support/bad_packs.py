"""A small pack that uses every operator, and seeded ways to break it; shared by the tests and the long run."""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from assist.problems import PackProblem
from assist.rules.authoring import TextJudge
from assist.rules.loader import check_pack
from assist.rules.yaml_text import parse_yaml
from speech.types import Channel

SLOWEST_SECONDS = 20.0
"""A pack of this size is judged or refused in a fraction of a second; more is a hang on any machine."""

GOOD_PACK = """\
pack:
  id: test_EN
  version: 1.2.3
  title: Test
  language: en
  jurisdictions: [US]
scopes:
  negation: {add: [by no means], remove: [nobody]}
facts:
  own_fact: {title: Own, type: yes_no}
concepts:
  we: [we, i, our (man|agent)]
  home: {say: ["your (home|house)", "where you live"], not: [home loan], by: text}
  come: {include: [go_to], note: coming}
  go_to: ["(come|go) [over] to", "drive..3to"]
rules:
  - id: t.visit
    title: Visit
    category: V09
    severity: stop
    if: {sequence: ["{we}", "{come}", "{home}"], within: 6, not_between: [letter]}
    unless: ["with your permission"]
    weaker_in: [hedge]
    stronger_in: [ultimatum]
    basis: [{instrument: Law, article: "1", in_force: 2021-11-30, certainty: A}]
    say_instead: Let us talk.
    examples:
      fire: [We will come to your house]
      quiet: [We will not come to your house, {text: come to my house, speaker: customer}]
  - id: t.some
    title: Two of three
    category: V07
    severity: warn
    tier: weak
    house_rule: true
    if: {all: [{at_least: 2, of: [idiot, stupid, liar]}, {none: [sorry]}], within: 9}
    rate_limit: {alarms: 2, seconds: 60}
  - id: t.regex
    title: Code
    category: V19
    severity: coach
    house_rule: true
    if: {regex: '\\bcode \\d+\\b', unless: ['zip code']}
  - id: t.around
    title: After
    category: V08
    severity: warn
    house_rule: true
    when: {party: [third_party, unknown], attempts_today: "> 6"}
    if_unknown: quiet
    if:
      all:
        - {inside: {scope: question, what: call again}}
        - {after: {rule: t.visit, seconds: 60}}
        - {before: {what: goodbye, speaker: customer}}
        - {call_time: {from_seconds: 5}}
        - {case: {own_fact: true}}
        - {clock: {outside: "08:00-21:00", days: [mon, sun]}}
  - id: t.amount
    title: Amount
    category: V13
    severity: warn
    house_rule: true
    if: {any: [{amount: {more_than_owed: true}}, {repeated: {what: pay now, times: 3, seconds: 90}}]}
  - id: t.duty
    title: Says who calls
    duty: D1
    severity: warn
    if: {not_said: {what: my name is, by_seconds: 20}}
  - id: t.talk
    title: Talks over
    metadata: talk_over
    severity: coach
    if: {sound: {talk_over_seconds: 2}}
  - id: t.stop
    title: Stop
    trigger: stop_request
    severity: warn
    if: {say: [stop calling], slot: stop}
"""

_INSERTED = (
    "{", "}", "[", "]", ":", "- ", "#", "&a ", "*a", "!!python/object:os.system ", "!x ", "|", ">", "'", '"', "\t", "\x00",
    "\u2028", "<<: ", "? ", "---\n", "...\n", "%YAML 9\n", "..9999", "(a|", "[b", "{nobody}", "((((((((", "1e999", ".nan",
    "99999999999999999999", "-1", "null", "~", "true", "\ud7ff", "é", "我", "  ", "\n", "\n  ", "{a: {a: {a: ", "\\",
    "(a+)+$", "0x10", "2021-02-31", ".inf", "@", "`", ",", ", ,",
)  # fmt: skip
_OTHER_VALUES = (
    "[]", "{}", "''", "null", "true", "-5", "3.7", "1e400", "[[[[]]]]", "{say: }", "{any: []}", "{nonsense: 1}", "'{x}'",
    "'('", "'..'", "&x [*x]", "{regex: '(a|a)*b(a|a)*c'}", "{regex: '('}", "{sequence: [a], within: 9999}", "unknown", "C",
    "V99", "{at_least: 5, of: [a]}", "{none: [a]}", "{all: [{none: [a]}]}", "'[a][b]'", "{clock: {outside: '22:00-08:00'}}",
)  # fmt: skip


def mutated(text: str, seed: int) -> str:
    """The text with one to four things broken; the same seed breaks the same things."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        text = chance.choice(_WAYS)(text, chance)
    return text


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    way = chance.randrange(5)
    if way == 0:
        del lines[place]
    elif way == 1:
        lines.insert(other, lines[place])
    elif way == 2:
        lines[place], lines[other] = lines[other], lines[place]
    elif way == 3:
        lines[place] = " " * chance.randrange(1, 5) + lines[place]
    else:
        lines[place] = lines[place].removeprefix("  ")
    return "\n".join(lines)


def _insert(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(_INSERTED) + text[place:]


def _delete(text: str, chance: random.Random) -> str:
    place = chance.randrange(max(1, len(text)))
    return text[:place] + text[place + chance.randrange(1, 12) :]


def _character(text: str, chance: random.Random) -> str:
    if not text:
        return text
    place = chance.randrange(len(text))
    return (
        text[:place]
        + chr(chance.choice((chance.randrange(32, 127), chance.randrange(0x300))))
        + text[place + 1 :]
    )


def _value(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if ": " in line]
    if not places:
        return text
    place = chance.choice(places)
    lines[place] = lines[place].split(": ", 1)[0] + ": " + chance.choice(_OTHER_VALUES)
    return "\n".join(lines)


def _word(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    place, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[place] = words[other]
    return " ".join(words)


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


_WAYS = (_lines, _lines, _insert, _insert, _delete, _character, _value, _value, _word, _cut)


@dataclass(frozen=True)
class Verdict:
    """What became of one broken pack."""

    refused: int
    """Problems told; 0: the pack was taken."""
    seconds: float


def judge_pack(text: str, folder: Path) -> Verdict:
    """Load a pack and hold it to the promise: refused with file, line and reason, or taken whole and usable."""
    path = folder / "rules.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    started = time.monotonic()
    pack, problems = check_pack(path)
    for problem in problems:
        assert isinstance(problem, PackProblem)
        assert problem.file
        assert 1 <= problem.line <= text.count("\n") + 2
        assert len(str(problem)) > len(problem.file) + 8
    if pack is None:
        assert problems, "neither a pack nor a problem"
    else:
        assert not problems
        written = parse_yaml(path.read_bytes(), "rules.yaml").value
        assert isinstance(written, dict)
        rules = written["rules"]
        assert isinstance(rules, list)
        assert len(pack.rules) == len(rules), "a rule was ignored"
        assert set(pack.concepts) == set(written.get("concepts") or {}), "a concept was ignored"
        judge = TextJudge(pack, house_rules=True)
        judge.flags("We will come to your house, code 77", Channel.AGENT, {})
    seconds = time.monotonic() - started
    assert seconds < SLOWEST_SECONDS, f"{seconds:.1f} s"
    return Verdict(len(problems), seconds)


def run_mutations(count: int, first_seed: int = 0, base: str = GOOD_PACK) -> tuple[int, int, float]:
    """Break `base` `count` times: how many were refused and taken, the slowest in seconds; an error names the seed."""
    refused = taken = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first_seed, first_seed + count):
            try:
                verdict = judge_pack(mutated(base, seed), Path(folder))
            except Exception as error:
                raise AssertionError(f"seed {seed}: {type(error).__name__}: {error}") from error
            refused += verdict.refused > 0
            taken += verdict.refused == 0
            slowest = max(slowest, verdict.seconds)
    return refused, taken, slowest
