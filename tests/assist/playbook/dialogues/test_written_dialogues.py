"""The playbooks follow forty written calls as well as was measured; the figures: docs/measurements/dialogues.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from tests.benchmarks.dialogues import measure, rate
from tests.benchmarks.dialogues_written import Dialogue, dialogues

FLOORS = {
    ("all", "stage", "stage_n"): 0.96,
    ("own", "stage", "stage_n"): 0.95,
    ("all", "cards", "cards_n"): 0.97,
    ("all", "silent", "silent_n"): 0.97,
    ("all", "ticks", "ticked"): 0.97,
    ("all", "ticks", "ticks_n"): 0.96,
    ("all", "promise", "promise_n"): 0.9,
}
"""What was reached, less 0.03: kind, hits, out of."""


@pytest.fixture(scope="module")
def written() -> list[Dialogue]:
    """All dialogues."""
    return dialogues()


@pytest.fixture(scope="module")
def table(written: list[Dialogue]) -> Mapping[str, Counter[str]]:
    """The figures per kind."""
    return measure(written)


def test_there_are_forty_dialogues_of_fifteen_turns_in_all_languages(written: list[Dialogue]) -> None:
    languages = Counter(one.locale for one in written)
    assert len({one.name for one in written}) == len(written) >= 40
    assert languages["zh_CN"] >= 24
    assert languages["zh_TW"] >= 4
    assert languages["en_US"] + languages["en_GB"] >= 12
    assert min(len(one.turns) for one in written) >= 15


@pytest.mark.parametrize(("kind", "hits", "of"), list(FLOORS))
def test_a_rate_stays_above_its_floor(
    table: Mapping[str, Counter[str]], kind: str, hits: str, of: str
) -> None:
    assert table[kind][of] > 0
    assert rate(table[kind], hits, of) >= FLOORS[kind, hits, of]
