"""Makes a demo call from its script: `python tools/demo/make_demo_call.py zh` (or `en`).

Run by hand, once, in an environment with `requirements.txt`; what it writes is committed. It lays the lines
of `<language>.script.yaml` on two channels (agent left, customer right) and writes the sound and the script
with the times at which everything is said.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
import yaml

sys.path.insert(0, str(Path(__file__).parent))
from voices import MOODS, Samples, Spoken, voices_for

RATE_HZ = 16_000
CALLS = Path(__file__).resolve().parents[2] / "desktop" / "demo_calls"
TURN_PAUSE_S = 0.3
LEAD_IN_S = 0.8
TAIL_S = 1.5
SPEECH_DBFS = -20.0
NOISE_DBFS = -62.0
LINE_BAND_HZ = (120.0, 7000.0)
SIDES = ("agent", "customer")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=("zh", "en"))
    parser.add_argument("--out", type=Path, default=CALLS, help="folder for the call")
    wanted = parser.parse_args()
    script = yaml.safe_load((Path(__file__).parent / f"{wanted.language}.script.yaml").read_text("utf-8"))
    sound, lines = perform(script)
    wanted.out.mkdir(parents=True, exist_ok=True)
    target = wanted.out / f"{wanted.language}.ogg"
    write_vorbis(target, sound)
    script["sound"] = target.name
    script["lines"] = lines
    head = "# Written by tools/demo/make_demo_call.py: the call as it is said, times in seconds.\n"
    text = yaml.safe_dump(script, allow_unicode=True, sort_keys=False, width=110)
    (wanted.out / f"{wanted.language}.yaml").write_text(head + text, "utf-8")
    print(f"{target}: {len(sound) / RATE_HZ:.1f} s, {target.stat().st_size // 1024} KiB")
    return 0


def write_vorbis(target: Path, sound: Samples) -> None:
    """Second by second: libsndfile's Vorbis encoder crashes on one long block (its stack overflows)."""
    with soundfile.SoundFile(
        target, "w", RATE_HZ, len(SIDES), format="OGG", subtype="VORBIS", compression_level=0.75
    ) as out:
        for first in range(0, len(sound), RATE_HZ):
            out.write(sound[first : first + RATE_HZ])


def perform(script: dict[str, Any]) -> tuple[Samples, list[dict[str, Any]]]:
    """Both channels, and the lines with their times."""
    voices = voices_for(script["language"])
    placed: list[tuple[str, float, Samples]] = []
    lines = []
    now = LEAD_IN_S
    for line in script["lines"]:
        mood = MOODS[line.get("mood", "calm")]
        spoken = voices[line["who"]].say(line["say"], mood)
        start = now + (line.get("pause", TURN_PAUSE_S) if lines else 0.0)
        placed.append((line["who"], start, levelled(spoken, mood.gain_db)))
        lines.append(with_times(line, start, spoken))
        now = start + len(spoken.samples) / spoken.rate_hz
    length = round((now + TAIL_S) * RATE_HZ)
    sound = np.stack([line_noise(length, seed) for seed, _ in enumerate(SIDES)], axis=1)
    for who, start, samples in placed:
        first = round(start * RATE_HZ)
        sound[first : first + len(samples), SIDES.index(who)] += samples[: length - first]
    return np.clip(sound, -0.98, 0.98), lines


def levelled(spoken: Spoken, gain_db: float) -> Samples:
    """At 16 kHz, in the band of a good telephone line, as loud as people speak."""
    samples = soxr.resample(spoken.samples, spoken.rate_hz, RATE_HZ)
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE_HZ)
    spectrum[(hertz < LINE_BAND_HZ[0]) | (hertz > LINE_BAND_HZ[1])] *= 0.05
    samples = np.fft.irfft(spectrum, len(samples))
    voiced = samples[np.abs(samples) > 0.05 * np.abs(samples).max()]
    loudness = float(np.sqrt(np.square(voiced).mean()))
    return samples * 10 ** ((SPEECH_DBFS + gain_db) / 20) / loudness


def line_noise(length: int, seed: int) -> Samples:
    """The faint rush of an open line, so that silence is not digital zero."""
    white = np.random.default_rng(seed).standard_normal(length)
    spectrum = np.fft.rfft(white)
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 50.0))
    noise = np.fft.irfft(spectrum, length)
    return noise / np.sqrt(np.square(noise).mean()) * 10 ** (NOISE_DBFS / 20)


def with_times(line: dict[str, Any], start: float, spoken: Spoken) -> dict[str, Any]:
    """The line with its start and end, and the end of every marked phrase."""
    text = line["say"]
    timed = {key: value for key, value in line.items() if key != "pause"}
    timed["start_s"] = round(start, 2)
    timed["end_s"] = round(start + spoken.ends[-1], 2)
    for name in ("risks", "near_misses"):
        for mark in timed.get(name, ()):
            last = text.index(mark["words"]) + len(mark["words"]) - 1
            mark["end_s"] = round(start + spoken.ends[last], 2)
    if promise := timed.get("promise"):
        last = text.index(promise["words"]) + len(promise["words"]) - 1
        promise["end_s"] = round(start + spoken.ends[last], 2)
    return timed


if __name__ == "__main__":
    sys.exit(main())
