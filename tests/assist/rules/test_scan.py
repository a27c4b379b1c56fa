"""Bulk scanning of transcripts: one result for each file, and a resumed run that trusts only what the same rules found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assist.rules.scan import ScanJob, ScanResult, scan_files
from tests.support.spoken_words import HEAD, rule


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    file = tmp_path / "pack" / "rules.yaml"
    file.parent.mkdir()
    body = rule("'{threat}'", more="    debt_types: [credit_card]\n")
    file.write_text(
        HEAD + "  debt_types: [credit_card, private]\ninclude: [words.yaml]\n" + body, encoding="utf-8"
    )
    file.with_name("words.yaml").write_text("concepts:\n  threat: {say: [打断腿]}\n", encoding="utf-8")
    return file


@pytest.fixture
def calls(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"call{number}.jsonl" for number in range(3)]
    for path in paths:
        lines = [{"text": "您好", "speaker": "agent"}, {"text": "我要打断腿要你的命", "speaker": "agent"}]
        path.write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
        )
    return paths


def flagged(results: list[ScanResult]) -> dict[str, int]:
    assert [one.problem for one in results] == [""] * len(results)
    return {one.path.name: len(one.as_object()["flags"]) for one in results}


def scanned(pack: Path, calls: list[Path], resume: Path | None = None, **facts: str) -> dict[str, int]:
    job = ScanJob(pack, facts=tuple(facts.items()))
    return flagged(list(scan_files(job, calls, workers=1, resume=resume)))


def test_a_resumed_scan_goes_on_where_it_was(pack: Path, calls: list[Path], tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    assert scanned(pack, calls[:2], kept) == {"call0.jsonl": 1, "call1.jsonl": 1}
    before = kept.read_text("utf-8").splitlines()
    assert scanned(pack, calls, kept) == {"call0.jsonl": 1, "call1.jsonl": 1, "call2.jsonl": 1}
    after = kept.read_text("utf-8").splitlines()
    assert after[:2] == before
    assert len(after) == 3


def test_a_change_of_any_file_of_the_rules_scans_anew(pack: Path, calls: list[Path], tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    assert scanned(pack, calls[:1], kept) == {"call0.jsonl": 1}
    pack.with_name("words.yaml").write_text("concepts:\n  threat: {say: [好好商量]}\n", encoding="utf-8")
    assert scanned(pack, calls[:1], kept) == {"call0.jsonl": 0}


def test_a_scan_knows_the_kind_of_debt(pack: Path, calls: list[Path]) -> None:
    assert scanned(pack, calls[:1], debt_type="credit_card") == {"call0.jsonl": 1}
    assert scanned(pack, calls[:1], debt_type="private") == {"call0.jsonl": 0}
