"""The window's texts: nothing untranslated, nothing stale, parameters kept, no f-string in `tr`."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from desktop.problem_texts import sentence
from tools import translations

CHINESE = ("zh_CN", "zh_TW")
TRANSLATING = {"tr", "translate"}
SIMPLIFIED = set("说话录还这连设统际让择记单债务识语结续读写启动员页询问时间为发现开关应该会标签与")
"""Common characters that traditional script writes otherwise."""


def test_no_text_given_to_tr_is_put_together_at_run_time() -> None:
    wrong = []
    for path in translations.sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            is_qt = name == "tr" or (name == "translate" and len(node.args) == 2)
            if name in TRANSLATING and is_qt and not all(isinstance(one, ast.Constant) for one in node.args):
                wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_translation_files_hold_exactly_the_texts_of_the_sources(language: str, tmp_path: Path) -> None:
    kept = translations.ts_file(language).read_text("utf-8")
    translations.ts_file(language, tmp_path).write_text(kept, "utf-8")
    translations.update(language, tmp_path)
    now = {one[:2] for one in translations.messages(language, tmp_path)}
    assert {one[:2] for one in translations.messages(language)} == now, "run: python -m tools.translations"


@pytest.mark.parametrize("language", CHINESE)
def test_every_text_is_translated_and_keeps_its_parameters(language: str) -> None:
    wrong = []
    for context, source, text, finished in translations.messages(language):
        if not finished or not text.strip():
            wrong.append(f"{context}: {source} is not translated")
        elif _parameters(source) != _parameters(text):
            wrong.append(f"{context}: {source} has other parameters than {text}")
    assert wrong == []


def test_traditional_texts_hold_no_simplified_characters() -> None:
    wrong = [
        text
        for _, _, text, _ in translations.messages("zh_TW")
        if any(character in SIMPLIFIED for character in text)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_the_compiled_files_are_those_of_the_sources(language: str, tmp_path: Path) -> None:
    target = tmp_path / "out.qm"
    translations.compile_language(language, target)
    kept = translations.FOLDER / f"evenhand_{language}.qm"
    assert target.read_bytes() == kept.read_bytes(), "run: python -m tools.translations"


def test_a_problem_of_the_world_has_a_sentence_and_unknown_ones_have_none() -> None:
    assert "disk is full" in sentence("record.disk_full", {})
    assert "A-7" in sentence("case.unknown", {"case": "A-7"})
    assert sentence("case.unknown", {}) == ""
    assert sentence("nothing.known", {}) == ""


def test_every_problem_with_a_sentence_takes_the_parameters_of_its_source() -> None:
    root = Path(__file__).resolve().parents[2]
    wrong = []
    for room in ("assist", "speech", "desktop"):
        for path in (root / room).rglob("*.py"):
            for code, english in _raised(path):
                told = sentence(code, {name: name for name in _parameters(english)})
                known = sentence(code, dict.fromkeys(["folder", "why", *_parameters(english)], "x"))
                if known and not told:
                    wrong.append(f"{path.name}: {code}")
    assert wrong == []


def _parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _raised(path: Path) -> list[tuple[str, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first, second = node.args[:2]
        if name in {"AssistProblem", "SpeechProblem"} and isinstance(first, ast.Constant):
            text = second.value if isinstance(second, ast.Constant) else ""
            found.append((str(first.value), str(text)))
    return [pair for pair in found if pair[1]]
