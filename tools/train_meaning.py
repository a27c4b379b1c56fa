"""Trains a pack's classifier: `python tools/train_meaning.py zh_CN` (or en_US, …).

It learns from the pack's examples, the development sentences in tests/data/detection/dev_*.jsonl (or --data), what the
pack and the playbook beside it tell agents to say, the agents' turns of the written dialogues, sentences spoken from the
pack's phrases, and copies of what was written with recognition errors. One logistic regression
for each category over hashed n-grams of units and sounds, scaled to probabilities by held-out folds. The file (npz,
no pickles) is written beside the pack, its SHA-256 into the pack's head; the same input gives the same bytes. The
reliability of the probabilities is printed and written to docs/meaning-<pack>.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assist.playbook.loader import load_book  # noqa: E402
from assist.problems import PackProblem  # noqa: E402
from assist.rules.loader import load_pack  # noqa: E402
from assist.rules.matching.units import Language, language_named  # noqa: E402
from assist.rules.meaning.features import FEATURES_VERSION, HASH_SPACE, hashed_features  # noqa: E402
from assist.rules.meaning.model import MeaningModel  # noqa: E402
from assist.rules.meaning.samples import (  # noqa: E402
    ANY_VIOLATION,
    Mishearing,
    Sample,
    example_samples,
    generated_samples,
    written_samples,
)
from assist.rules.pack import RulePack  # noqa: E402

MODEL_NAME = "meaning.npz"
SEED = 20_250_228
FOLDS = 4
MOST_EACH = 20_000
"""Coefficients kept for each category: those that weigh most."""
MOST_FOR_ANY = 150_000
"""The same for any violation at all, whose many small reasons count together."""
GENERATED_FOR_ANY = 0.03
"""Sentences spoken from phrases teach which category, hardly what people say at all."""
STRENGTH = 20.0
"""C of the regressions: the inverse of the penalty."""
RARITY_POWER = 1.0
"""Features weigh by the logarithm of their rarity (Spärck Jones 1972) to this power; folded into the coefficients."""
LEAST_SENTENCES = 4
"""A category with fewer written sentences is not learned."""
BINS = 10
DIALOGUES = ROOT / "tests" / "assist" / "playbook" / "dialogues"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")

Matrix = csr_matrix
Scores = NDArray[np.float64]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train one pack's classifier; 0, or 2 where there is nothing to learn from."""
    parser = argparse.ArgumentParser(description="Train the classifier of a rule pack.")
    parser.add_argument("pack", help="locale, such as zh_CN")
    parser.add_argument(
        "--data", nargs="*", type=Path, help="JSONL files instead of the development sentences"
    )
    parser.add_argument("--each", type=int, default=100, help="sentences spoken from each rule")
    parser.add_argument("--dry-run", action="store_true", help="print the reliability, write nothing")
    options = parser.parse_args(arguments)
    folder = ROOT / "scripts" / options.pack
    rules_file = folder / "rules.yaml"
    if not rules_file.is_file():
        print(f"There is no pack {options.pack}: {rules_file} is missing.", file=sys.stderr)
        return 2
    try:
        pack = load_pack(rules_file, classifier=False)
    except PackProblem as problem:
        print(problem, file=sys.stderr)
        return 2
    language = language_named(pack.language)
    files = options.data or sorted((ROOT / "tests" / "data" / "detection").glob("dev_*.jsonl"))
    samples = gather(pack, language, files, options.each, folder)
    if not any(sample.categories and sample.written for sample in samples):
        print(
            "There is nothing to learn from: the pack has no examples and --data no sentences.",
            file=sys.stderr,
        )
        return 2
    model, report = train(pack, language, samples, jobs=-1)
    print(report)
    if options.dry_run:
        return 0
    raw = model.save()
    (folder / MODEL_NAME).write_bytes(raw)
    _write_head(rules_file, hashlib.sha256(raw).hexdigest())
    (ROOT / "docs" / f"meaning-{options.pack}.md").write_text(report, encoding="utf-8")
    print(f"{folder / MODEL_NAME}: {len(raw):,} bytes")
    return 0


def gather(
    pack: RulePack, language: Language, files: Sequence[Path], each: int, folder: Path | None = None
) -> list[Sample]:
    """All samples, in a fixed order."""
    lines = [
        item
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip() and _concerns(item := json.loads(line), pack)
    ]
    samples = written_samples(lines, language, 0)
    samples += written_samples(compliant_lines(pack, folder), language, len(samples))
    samples += written_samples(dialogue_lines(pack.language), language, len(samples))
    samples += example_samples(pack, language, len(samples))
    first = 1 + max((sample.group for sample in samples), default=0)
    return samples + generated_samples(pack, language, first, each=each, seed=SEED)


def compliant_lines(pack: RulePack, folder: Path | None) -> list[dict[str, object]]:
    """What the product itself tells agents to say: the packs' `say_instead` and the playbook's cards beside them."""
    texts = dict.fromkeys(rule.say_instead for rule in pack.rules if rule.say_instead)
    playbook = folder / "playbook.yaml" if folder is not None else None
    if playbook is not None and playbook.is_file():
        cards = load_book(playbook).cards
        texts |= dict.fromkeys(variant.text for card in cards if not card.tip for variant in card.variants)
    return [{"text": PLACEHOLDER.sub("", text), "label": "compliant", "speaker": "agent"} for text in texts]


def dialogue_lines(language: str) -> list[dict[str, object]]:
    """What agents say in the written dialogues, which are compliant from end to end; simplified Chinese and English."""
    locales = {"zh": ("zh_CN",), "en": ("en_US", "en_GB")}[language]
    texts: dict[str, None] = {}
    for locale in locales:
        for line in (DIALOGUES / f"{locale}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("A|"):
                texts[line.split("|")[1]] = None
    return [{"text": text, "label": "compliant", "speaker": "agent"} for text in texts]


def _concerns(item: dict[str, object], pack: RulePack) -> bool:
    """Sentences in the pack's language; those that depend on the case teach nothing."""
    return str(item.get("lang", "")).startswith(pack.language) and not item.get("context")


def train(
    pack: RulePack, language: Language, samples: list[Sample], jobs: int = 1
) -> tuple[MeaningModel, str]:
    """The model and its reliability as a page; `jobs` processes at once, -1 for one on each core."""
    counts = Counter(name for sample in samples if sample.written for name in sample.categories)
    names = tuple(sorted(name for name, count in counts.items() if count >= LEAST_SENTENCES))
    mishearing = Mishearing(samples, language, SEED + 1)
    heard = [mishearing.mishear(sample) for sample in samples if sample.written for _ in range(2)]
    every = [*samples, *heard]
    matrix = matrix_of(every, language)
    wanted = np.array([[name in sample.categories for name in names] for sample in every])
    weights = np.array([sample.weight for sample in every])
    groups = np.array([sample.group for sample in every])
    written = np.array([sample.written for sample in samples] + [False] * len(heard))
    generated = np.array([not sample.written for sample in samples] + [False] * len(heard))
    fold_of = _folds(groups)
    scores = np.full((len(every), len(names)), np.nan)
    learned_from = [(fold_of != fold) | generated for fold in range(FOLDS)]
    learned_from.append(np.ones(len(every), bool))
    fits = Parallel(n_jobs=jobs)(
        delayed(fit)(matrix[rows], wanted[rows], weights[rows], generated[rows], names)
        for rows in learned_from
    )
    for fold, (columns, coefficients, intercepts) in enumerate(fits[:FOLDS]):
        judged = (fold_of == fold) & written
        scores[judged] = matrix[judged][:, columns] @ coefficients.T + intercepts
    customer = np.array([sample.customer for sample in every])
    judged = written & ~np.isnan(scores[:, 0])
    slope, offset, chances = calibrate(scores[judged], wanted[judged], names, customer[judged])
    columns, coefficients, intercepts = fits[FOLDS]
    meta = {
        "features": FEATURES_VERSION,
        "language": pack.language,
        "pack": pack.pack_id,
        "pack_version": pack.version,
        "seed": SEED,
        "written": int(written.sum()),
        "generated": len(samples) - int(written.sum()),
        "misheard": len(heard),
        "folds": FOLDS,
    }
    model = MeaningModel(language, names, columns, coefficients, intercepts, slope, offset, meta)
    return model, reliability(pack, names, chances, wanted[judged], customer[judged], meta)


def matrix_of(samples: Sequence[Sample], language: Language) -> Matrix:
    """Features of every sample, one row each."""
    rows = [hashed_features(sample.units, language) for sample in samples]
    pointers = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns = np.concatenate([columns for columns, _ in rows])
    values = np.concatenate([values for _, values in rows]).astype(np.float64)
    return csr_matrix((values, columns, pointers), shape=(len(samples), HASH_SPACE))


def fit(
    matrix: Matrix,
    wanted: NDArray[np.bool_],
    weights: Scores,
    generated: NDArray[np.bool_],
    names: Sequence[str],
) -> tuple[NDArray[np.int64], NDArray[np.float32], Scores]:
    """Columns, coefficients and intercepts; a coefficient that weighs little is zero, a column of zeros is left out.

    `weights` and `generated` are of samples (rows), `names` of categories (columns of `wanted`).
    """
    present = np.asarray((matrix != 0).sum(axis=0)).ravel()
    columns = np.flatnonzero(present >= 2)
    rarity = np.log((1 + matrix.shape[0]) / (1 + present[columns])) + 1.0
    stretch = rarity**RARITY_POWER
    stretch /= stretch.mean()
    kept = matrix[:, columns].multiply(stretch).tocsr()
    coefficients = np.zeros((wanted.shape[1], len(columns)), np.float32)
    intercepts = np.zeros(wanted.shape[1])
    for place, name in enumerate(names):
        if not wanted[:, place].any():
            intercepts[place] = -10.0
            continue
        for_any = name == ANY_VIOLATION
        weights_here = np.where(generated, weights * GENERATED_FOR_ANY, weights) if for_any else weights
        model = LogisticRegression(
            C=STRENGTH,
            solver="liblinear",
            dual=True,
            class_weight="balanced",
            random_state=0,
            tol=1e-2,
            max_iter=1000,
        )
        model.fit(kept, wanted[:, place], sample_weight=weights_here)
        most = MOST_FOR_ANY if for_any else MOST_EACH
        coefficients[place] = _strongest(model.coef_[0] * stretch, most)
        intercepts[place] = float(model.intercept_[0])
    chosen = np.flatnonzero(np.abs(coefficients).max(axis=0) > 0)
    return columns[chosen].astype(np.int64), coefficients[:, chosen], intercepts


def _strongest(coefficients: Scores, most: int) -> Scores:
    """The same with all but the largest set to zero; ties go to the earlier ones."""
    order = np.argsort(-np.abs(coefficients), kind="stable")
    kept = np.zeros_like(coefficients)
    kept[order[:most]] = coefficients[order[:most]]
    return kept


def calibrate(
    scores: Scores, wanted: NDArray[np.bool_], names: Sequence[str], customer: NDArray[np.bool_]
) -> tuple[Scores, Scores, Scores]:
    """Platt's slope and offset for three kinds of categories, from held-out scores of written sentences."""
    slope, offset = np.ones(len(names)), np.zeros(len(names))
    kinds = np.array([_kind(name) for name in names])
    for kind in sorted(set(kinds)):
        places = np.flatnonzero(kinds == kind)
        rows = customer if kind == "T" else ~customer
        values, truth = scores[rows][:, places].ravel(), wanted[rows][:, places].ravel()
        if truth.any() and not truth.all():
            platt = LogisticRegression(C=1e3, solver="liblinear", random_state=0)
            platt.fit(values.reshape(-1, 1), truth)
            slope[places], offset[places] = platt.coef_[0, 0], platt.intercept_[0]
    chances = 1.0 / (1.0 + np.exp(-(slope * scores + offset)))
    return slope, offset, chances


def _kind(name: str) -> str:
    return name if name == ANY_VIOLATION else name[0]


def reliability(
    pack: RulePack,
    names: Sequence[str],
    chances: Scores,
    wanted: NDArray[np.bool_],
    customer: NDArray[np.bool_],
    meta: dict[str, object],
) -> str:
    """The page that shows how far the probabilities can be believed."""
    lines = [
        f"# The classifier of {pack.pack_id} {pack.version}",
        "",
        "Written by `tools/train_meaning.py`. It raises *possible* for review, agrees with weak rules and hints, and doubts "
        "strong ones; it never makes an alarm alone.",
        f"Learned from {meta['written']} written sentences, {meta['generated']} spoken from the pack's phrases and "
        f"{meta['misheard']} with recognition errors. The figures below are for written sentences that the judging model "
        f"had not seen ({meta['folds']} folds).",
        "",
    ]
    for kind, title in (
        (ANY_VIOLATION, "Any violation (agent)"),
        ("V", "Each violation's category (agent)"),
        ("T", "Each trigger (customer)"),
    ):
        places = [place for place, name in enumerate(names) if _kind(name) == kind]
        rows = customer if kind == "T" else ~customer
        if places and rows.any():
            chance, truth = chances[rows][:, places].ravel(), wanted[rows][:, places].ravel()
            lines += [f"## {title}", "", *_table(chance, truth), ""]
    return "\n".join(lines)


def _table(chance: Scores, truth: NDArray[np.bool_]) -> list[str]:
    rows = ["| probability said | sentences | mean said | really so |", "|---|---|---|---|"]
    error = 0.0
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = (chance >= low) & ((chance < high) | (number == BINS - 1))
        if not inside.any():
            continue
        said, so = float(chance[inside].mean()), float(truth[inside].mean())
        error += abs(said - so) * int(inside.sum()) / len(chance)
        rows.append(f"| {low:.1f}–{high:.1f} | {int(inside.sum())} | {said:.2f} | {so:.2f} |")
    brier = float(((chance - truth) ** 2).mean())
    at_half = chance >= 0.5
    found = int((at_half & truth).sum())
    rows += [
        "",
        f"Expected calibration error {error:.3f}, Brier score {brier:.3f}. From 0.5 on it finds {found} of "
        f"{int(truth.sum())} with {int((at_half & ~truth).sum())} false.",
    ]
    return rows


def _folds(groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """The fold of each sample; all of one group in one."""
    digests = {
        int(group): int.from_bytes(hashlib.sha256(str(int(group)).encode()).digest()[:4], "big") % FOLDS
        for group in np.unique(groups)
    }
    return np.array([digests[int(group)] for group in groups])


def _write_head(file: Path, digest: str) -> None:
    """Name the classifier in the pack's head."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  meaning: .*\n", "", text)
    line = f"  meaning: {{file: {MODEL_NAME}, sha256: {digest}}}\n"
    text = re.sub(r"(?m)^(pack:\n(?:  .*\n)*)", lambda head: head.group(1) + line, text, count=1)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
