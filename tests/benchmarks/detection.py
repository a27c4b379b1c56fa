"""How well rules hear what was said: `python -m tests.benchmarks.detection [--sets …] [--conditions …] [--out FILE]`.

Recall, precision, near-miss false alarms and F1 by category, language and condition, for literal matching and for every
layer added, side by side in one run, with Wilson's 95 % interval; the blind half and the development half apart.
A violation counts as caught if a flag of kind *violation* (neither possible nor a mention) is raised under one of its
categories. Speech that was never made or heard is not counted: the table says how many sentences it rests on
(`--recognise` hears what is missing, for minutes to hours). Nothing is asserted; targets are printed beside.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from assist.problems import AssistProblem
from assist.rules.authoring import TextJudge, load_judge
from assist.rules.compiler import CompiledPack
from assist.rules.spotting import spotter_phrases
from speech.types import RecognitionEvent
from tests.benchmarks.detection_data import SHARED, Sentence, blind_files_are_unchanged, sentences
from tests.benchmarks.detection_figures import Figures, Judged, figures, of_category
from tests.benchmarks.detection_hearing import Hearing
from tests.benchmarks.detection_layers import LAYERS, Layer, flags_of, in_order, violations, written
from tests.benchmarks.telephone import LINES

CONDITIONS = ("text", *LINES)
CATEGORIES = [f"V{number:02d}" for number in range(1, 23)]
TARGETS = {
    "text": {"recall": 0.90, "precision": 0.93, "false_alarms": 0.04},
    "tel": {"recall": 0.85, "precision": 0.92},
    "poor": {"recall": 0.70},
}
"""Pooled, on the blind half."""
HALF_TITLES = {"blind": "blind half", "fresh": "second blind half", "dev": "development half"}
Results = dict[tuple[str, str, str, str], list[Judged]]
"""By half, condition, language, layer."""


class Packs:
    """The packs, compiled once for each place and cut once for each layer."""

    def __init__(self) -> None:
        self._judges: dict[str, TextJudge | None] = {}
        self._cut: dict[tuple[int, str], CompiledPack] = {}
        self.missing: dict[str, str] = {}

    def judge(self, lang: str) -> TextJudge | None:
        """None where there is no pack for the language, or it does not load."""
        if lang not in self._judges:
            try:
                self._judges[lang] = load_judge(lang)
            except AssistProblem as problem:
                self._judges[lang] = None
                self.missing[lang] = str(problem)
        return self._judges[lang]

    def compiled(self, sentence: Sentence) -> CompiledPack | None:
        """The whole pack for the sentence's place and kind of debt."""
        judge = self.judge(sentence.lang)
        if judge is None:
            return None
        return judge.compiled(sentence.jurisdiction, str(sentence.context.get("debt_type", "")))

    def cut(self, compiled: CompiledPack, layer: Layer) -> CompiledPack:
        """The pack up to a layer."""
        key = (id(compiled), layer.name)
        if key not in self._cut:
            self._cut[key] = layer.cut(compiled)
        return self._cut[key]


def events_of(
    sentence: Sentence, condition: str, hearing: Hearing, compiled: CompiledPack
) -> list[RecognitionEvent] | None:
    """What a call would be told of it; None where it was not heard."""
    if condition == "text":
        return written(sentence, compiled.pack.language)
    heard = hearing.heard(sentence, LINES[condition])
    if heard is None:
        return None
    spotted = hearing.spotted(sentence, LINES[condition], spotter_phrases(compiled))
    return in_order(heard, spotted or [])


def measure(chosen: Sequence[Sentence], conditions: Sequence[str], packs: Packs, hearing: Hearing) -> Results:
    """Every sentence in every condition with every layer."""
    results: Results = defaultdict(list)
    for condition in conditions:
        layers = [layer for layer in LAYERS if condition != "text" or not layer.needs_sound]
        for sentence in chosen:
            compiled = packs.compiled(sentence)
            if compiled is None or sentence.needs_fact:
                continue
            events = events_of(sentence, condition, hearing, compiled)
            if events is None:
                continue
            for layer in layers:
                flags = flags_of(packs.cut(compiled, layer), layer, sentence, events)
                judged = Judged(sentence, frozenset(violations(flags)))
                for language in (sentence.lang, "all"):
                    results[sentence.half, condition, language, layer.name].append(judged)
        print(f"measured: {condition}", file=sys.stderr)
    return results


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sets", default="", help="of blind, fresh, dev, zh_CN, zh_TW, zh_HK, en_US, en_GB; default all"
    )
    parser.add_argument("--conditions", default=",".join(CONDITIONS), help="default all: %(default)s")
    parser.add_argument("--recognise", action="store_true", help="hear the speech that was not heard yet")
    parser.add_argument(
        "--spot", action="store_true", help="let the grammar recogniser hear what it did not yet"
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with the development catalogue")
    parser.add_argument("--out", type=Path, help="all figures as JSON")
    wanted = parser.parse_args()
    conditions = wanted.conditions.split(",")
    if unknown := set(conditions) - set(CONDITIONS):
        parser.error(f"unknown condition {', '.join(sorted(unknown))}; there are {', '.join(CONDITIONS)}")
    if changed := blind_files_are_unchanged():
        print(f"**The blind half is not what was committed: {', '.join(changed)}**\n")
    chosen = sentences(wanted.shared, set(filter(None, wanted.sets.split(","))))
    packs = Packs()
    results = measure(chosen, conditions, packs, Hearing(recognise=wanted.recognise, spot=wanted.spot))
    for half in HALF_TITLES:
        show(half, conditions, results)
    left_out = sum(one.needs_fact for one in chosen)
    print(f"\nLeft out: {left_out} sentences that break a rule only by a fact of the case that is not given.")
    for lang, reason in sorted(packs.missing.items()):
        print(f"Not measured: {lang}: {reason}")
    if wanted.out:
        wanted.out.write_text(json.dumps(as_json(results), indent=1), "utf-8")
    return 0


def show(half: str, conditions: Sequence[str], results: Results) -> None:
    """Tables of one half."""
    languages = sorted({key[2] for key in results if key[0] == half} - {"all"})
    if not languages:
        return
    print(f"\n## The {HALF_TITLES[half]}")
    last = LAYERS[-1].name
    for condition in conditions:
        print(f"\n### {condition}: all languages, layer by layer\n")
        print(
            "| layer | recall | any category | near-miss false alarms | precision | F1 |\n|---|---|---|---|---|---|"
        )
        for layer in LAYERS:
            if judged := results.get((half, condition, "all", layer.name)):
                print(f"| {layer.name} | {row(figures(judged))} |")
        if half != "dev" and (judged := results.get((half, condition, "all", last))):
            print("\n" + against_targets(condition, figures(judged)))
        print(f"\n### {condition}: by language, all layers\n")
        print(
            "| language | recall | any category | near-miss false alarms | precision | F1 |\n|---|---|---|---|---|---|"
        )
        for language in languages:
            if judged := results.get((half, condition, language, last)):
                print(f"| {language} | {row(figures(judged))} |")
        by_category(half, condition, languages, results)


def by_category(half: str, condition: str, languages: Sequence[str], results: Results) -> None:
    """One table with a column for each language family."""
    last = LAYERS[-1].name
    for family in ("zh", "en"):
        judged = [
            one
            for language in languages
            if language.startswith(family)
            for one in results.get((half, condition, language, last), [])
        ]
        if not judged:
            continue
        print(f"\n### {condition}: by category, {family}, all layers\n")
        print(
            "| category | recall | any category | near-miss false alarms | precision | F1 |\n|---|---|---|---|---|---|"
        )
        for category in CATEGORIES:
            found = of_category(judged, category)
            if found.recall.of or found.false_alarms.of:
                print(f"| {category} | {row(found)} |")


def row(found: Figures) -> str:
    """Cells."""
    f1 = "–" if found.f1 is None else f"{found.f1:.3f}"
    return f"{found.recall} | {found.recall_any} | {found.false_alarms} | {found.precision} | {f1}"


def against_targets(condition: str, found: Figures) -> str:
    """The pooled figure, its Wilson bound and the target, in a sentence."""
    said = []
    for name, target in TARGETS.get(condition, {}).items():
        share = getattr(found, name)
        if share.value is None:
            continue
        low, high = share.interval()
        met = share.value <= target if name == "false_alarms" else share.value >= target
        bound = f"upper bound {high:.3f}" if name == "false_alarms" else f"lower bound {low:.3f}"
        sign = "≤" if name == "false_alarms" else "≥"
        said.append(
            f"{name.replace('_', ' ')} {share.value:.3f} ({bound}), target {sign} {target}: {'met' if met else 'NOT met'}"
        )
    return "; ".join(said)


def as_json(results: Results) -> dict[str, object]:
    """All figures, by half, condition, language and layer; categories for the whole matcher."""
    found: dict[str, object] = {}
    for (half, condition, language, layer), judged in results.items():
        entry = figures(judged).as_json()
        if layer == LAYERS[-1].name:
            entry["categories"] = {
                category: of_category(judged, category).as_json() for category in CATEGORIES
            }
        found[f"{half}/{condition}/{language}/{layer}"] = entry
    return found


if __name__ == "__main__":
    sys.exit(main())
