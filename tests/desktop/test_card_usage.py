"""What a real call showed of the cards is there for the next call, kept in the real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assist.call.events import CallClosed, PlaybookMoved
from assist.playbook.changes import CardsShown, CardUsed, PlaybookView, Suggestion, Technique
from assist.playbook.usage import CardUsage
from desktop.card_usage import CardUsageKeeper, card_usage
from desktop.installation import Installation
from desktop.paths import DataPaths


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    monkeypatch.setenv("EVENHAND_PASSPHRASE", "correct horse battery staple")
    made = Installation(DataPaths(tmp_path))
    yield made
    made.close()


def test_two_calls_add_up_for_the_next(installation: Installation, qtbot: QtBot) -> None:
    card = Suggestion("opening.introduce", "您好", "开场", Technique.BUILD_TRUST, "opening", 1.0)
    view = PlaybookView.__new__(PlaybookView)
    bugs: list[BaseException] = []
    for number in (1, 2):
        keeper = CardUsageKeeper(installation, "zh_CN", bugs.append)
        keeper.on_event(PlaybookMoved((CardsShown((card,)),), view, 0))
        keeper.on_event(PlaybookMoved((CardUsed(card.card_id, "key"),), view, 10))
        keeper.on_event(CallClosed.__new__(CallClosed))
        wanted = CardUsage(number, number, 0)
        qtbot.waitUntil(lambda wanted=wanted: card_usage(installation, "zh_CN").of(card.card_id) == wanted)
    assert not bugs
    assert card_usage(installation, "zh_TW").of(card.card_id) == CardUsage()
