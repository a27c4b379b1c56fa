"""Numbers of people are masked in what is read; amounts, dates and times are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.evidence.masking import mask_body, mask_text
from tests.support.evidence_stores import MemoryKey, open_store, record_call


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("身份证110101199003071234", "身份证**************1234"),
        ("身份证11010119900307123X。", "身份证**************123X。"),
        ("卡号6222 0212 3456 7890 123", "卡号**** **** **** ***0 123"),
        ("电话幺三八零零幺三八零零零", "电话*******八零零零"),
        ("打１３８００１３８０００", "打*******８０００"),
        ("call 555-867-5309 now", "call ***-***-**09 now"),
        ("(415) 555-2671", "(***) ***-**71"),
        ("four one one one two three four", "* * * * * three four"),
    ],
)
def test_long_numbers_are_masked_and_their_end_stays(text: str, masked: str) -> None:
    assert mask_text(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "我还三千五百块",
        "欠款12,345.67元",
        "2026-11-30",
        "约在11点30分",
        "0192f000-0000-7000-8000-00000000000a",
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "",
    ],
)
def test_amounts_dates_and_hashes_stay(text: str) -> None:
    assert mask_text(text) == text


def test_a_number_that_goes_through_several_words_is_masked_and_the_words_keep_their_times() -> None:
    spoken = ["我", "电话", "一三八", "零零", "一三", "八零零零", "对"]
    words = [{"text": text, "start": number, "end": number + 1} for number, text in enumerate(spoken)]
    masked = mask_body({"words": words, "channel": "customer"})
    assert [word["text"] for word in masked["words"]] == ["我", "电话", "***", "**", "**", "八零零零", "对"]
    assert [word["start"] for word in masked["words"]] == list(range(7))
    english = [
        {"text": text}
        for text in [
            "my",
            "card",
            "is",
            "four",
            "one",
            "one",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
        ]
    ]
    heard = " ".join(word["text"] for word in mask_body({"words": english})["words"])
    assert heard == "my card is * * * * * * * five six seven eight"


@given(st.text(alphabet="0123456789０１２零一二三四五幺 -我的", max_size=60))
def test_no_seven_digits_in_a_row_are_ever_left(text: str) -> None:
    import re

    left = re.sub(r"[ \-]", "", mask_text(text))
    assert not re.search(r"[0-9０-９零一二三四五幺]{11,}", left)
    assert len(mask_text(text)) == len(text)


def test_what_a_session_reads_is_masked_unless_asked_for(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    call = record_call(store, words="我身份证110101199003071234")
    session = store.people.open_session("王芳")
    finals = [entry for entry in session.read_call(call) if entry.type == "asr.final"]
    assert finals[0].body["words"][0]["text"] == "我身份证**************1234"
    finals = [entry for entry in session.read_call(call, unmasked=True) if entry.type == "asr.final"]
    assert finals[0].body["words"][0]["text"] == "我身份证110101199003071234"
    purposes = [entry["purpose"] for entry in _looks(store)]
    assert purposes == ["view", "view, unmasked"]
    store.close()


def _looks(store: object) -> list[dict[str, str]]:
    import json

    from assist.evidence.keys import unseal
    from assist.evidence.ledger import body_context

    rows = store.db.execute(  # type: ignore[attr-defined]
        "SELECT ledger.seq, sealed, entry FROM ledger JOIN bodies ON bodies.seq = ledger.seq ORDER BY ledger.seq"
    ).fetchall()
    return [
        json.loads(unseal(store.store_body_key, bytes(sealed), body_context("", seq)))  # type: ignore[attr-defined]
        for seq, sealed, entry in rows
        if json.loads(bytes(entry))["type"] == "access.viewed"
    ]
