"""What a masked export leaves out: contents with numbers, and the half seconds in which a number is said.

An entry commits to its whole body, so a body with a masked number can't be proved; it is given masked and declared,
its entry stays in the chain, and every other content is proved. The sound's `audio.block` entries commit to the
hashes of half-second records, so silencing some leaves the others provable.

Pure; any thread.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assist.evidence.masking import mask_body

RECORD_SAMPLES = 8_000
"""The recorder's half second."""
BEFORE_SAMPLES = 2_400
AFTER_SAMPLES = 4_000
"""A word's times are the recogniser's, not the sound's: what is silenced reaches a little further."""

CHANNELS = ("agent", "customer")


@dataclass(frozen=True, slots=True)
class SilencedSpan:
    """A part of both channels replaced by silence, in samples: what one says may be heard in the other."""

    channel: str
    """Whose words say the number."""
    start: int
    end: int
    entry: int
    """The entry whose words say why."""


def silenced_spans(seq: int, body: Mapping[str, Any], samples: int) -> list[SilencedSpan]:
    """The spans in which the words of an `asr.final` say a number that is masked."""
    channel, words = str(body.get("channel")), body.get("words")
    if channel not in CHANNELS or not isinstance(words, Sequence):
        return []
    masked = mask_body(body)["words"]
    return [
        SilencedSpan(
            channel, max(0, word["start"] - BEFORE_SAMPLES), min(samples, word["end"] + AFTER_SAMPLES), seq
        )
        for word, shown in zip(words, masked, strict=True)
        if word["text"] != shown["text"]
    ]


def silence(pcm: NDArray[np.int16], spans: Sequence[SilencedSpan]) -> NDArray[np.int16]:
    """A copy of `pcm` (samples, 2) with zeros where a number is said."""
    quiet = pcm.copy()
    for span in spans:
        quiet[span.start : span.end] = 0
    return quiet


def piece_hashes(pcm: NDArray[np.int16], blocks: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """SHA-256 of each record of each `audio.block`, from the sound as it was recorded.

    Raises ValueError where the sound does not fit the blocks.
    """
    pieces, place = [], 0
    for block in blocks:
        end = place + block["samples"]
        edges = [place + RECORD_SAMPLES * number for number in range(block["records"])] + [end]
        digests = [
            hashlib.sha256(pcm[start:stop].astype("<i2").tobytes()).digest()
            for start, stop in itertools.pairwise(edges)
        ]
        if hashlib.sha256(b"".join(digests)).hexdigest() != block["sha256"]:
            raise ValueError("the sound does not fit the blocks of its ledger")
        pieces.append([digest.hex() for digest in digests])
        place = end
    return pieces
