"""What a line does to a voice: band, codec, noise, other people talking, hurry. Pure and seeded by the sentence.

Conditions, in the order in which they get worse:

* `clean`: as spoken;
* `tel`: 8 kHz, 300–3400 Hz, µ-law (ITU-T G.711);
* `telnoise`: the same with 15 dB of pink noise and four people talking behind;
* `poor`: 1.05 to 1.25 times as fast, 8.5 dB of the same noise, GSM full rate (06.10).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import soundfile
import soxr
from scipy.signal import butter, sosfiltfilt

from speech.types import SAMPLE_RATE_HZ

Samples = npt.NDArray[np.float64]
LINE_HZ = 8_000
BAND_HZ = (300.0, 3400.0)
CODEC_PAD_SAMPLES = 160


@dataclass(frozen=True)
class Line:
    """One condition."""

    name: str
    band: bool = False
    codec: str = ""
    """`ULAW` or `GSM610`, as libsndfile names them."""
    snr_db: float | None = None
    tempo: tuple[float, float] = (1.0, 1.0)


LINES = {
    line.name: line
    for line in (
        Line("clean"),
        Line("tel", band=True, codec="ULAW"),
        Line("telnoise", band=True, codec="ULAW", snr_db=15.0),
        Line("poor", band=True, codec="GSM610", snr_db=8.5, tempo=(1.05, 1.25)),
    )
}


def over_the_line(voice: Samples, line: Line, seed: int, talkers: Sequence[Samples]) -> Samples:
    """The voice (mono, 16 kHz) as the other end hears it; `talkers` are the voices of the babble."""
    random = np.random.default_rng(seed)
    heard = faster(voice, float(random.uniform(*line.tempo))) if line.tempo != (1.0, 1.0) else voice
    if line.snr_db is not None:
        heard = with_noise(heard, line.snr_db, random, talkers)
    if line.band:
        heard = narrow(heard, line.codec)
    return np.clip(heard, -1.0, 1.0)


def narrow(voice: Samples, codec: str) -> Samples:
    """Through 8 kHz, the telephone band and a codec, and back to 16 kHz; the length is kept."""
    low: Samples = soxr.resample(voice, SAMPLE_RATE_HZ, LINE_HZ)
    low = sosfiltfilt(butter(4, BAND_HZ, "bandpass", fs=LINE_HZ, output="sos"), low)
    padded = np.concatenate([low, np.zeros(CODEC_PAD_SAMPLES)])
    wire = io.BytesIO()
    soundfile.write(wire, np.clip(padded, -1.0, 1.0), LINE_HZ, format="WAV", subtype=codec)
    wire.seek(0)
    decoded, _ = soundfile.read(wire, dtype="float64")
    back: Samples = soxr.resample(decoded, LINE_HZ, SAMPLE_RATE_HZ)[: len(voice)]
    return np.pad(back, (0, len(voice) - len(back)))


def with_noise(
    voice: Samples, snr_db: float, random: np.random.Generator, talkers: Sequence[Samples]
) -> Samples:
    """Half of the noise's power is pink, half is babble; SNR over the voiced part."""
    parts = [pink(len(voice), random)]
    if talkers:
        parts.append(babble(len(voice), random, talkers))
    noise = np.sum([part / rms(part) for part in parts], axis=0)
    voiced = voice[np.abs(voice) > 0.05 * np.abs(voice).max()]
    mixed = voice + noise / rms(noise) * rms(voiced) * 10 ** (-snr_db / 20)
    loudest = float(np.abs(mixed).max())
    return mixed * min(1.0, 0.95 / loudest) if loudest > 0 else mixed


def babble(length: int, random: np.random.Generator, talkers: Sequence[Samples], voices: int = 4) -> Samples:
    """Several people at once, each from somewhere in their speech."""
    total = np.zeros(length)
    for _ in range(voices):
        talker = talkers[int(random.integers(len(talkers)))]
        pieces = np.tile(talker, 1 + (length + len(talker)) // len(talker))
        first = int(random.integers(len(talker)))
        total += pieces[first : first + length] / rms(talker)
    return total


def pink(length: int, random: np.random.Generator) -> Samples:
    """Noise with 3 dB less power in each octave."""
    spectrum = np.fft.rfft(random.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1.0))
    made: Samples = np.fft.irfft(spectrum, length)
    return made


def rms(samples: Samples) -> float:
    """Root mean square, never zero."""
    return max(1e-9, float(np.sqrt(np.square(samples).mean())))


def faster(voice: Samples, tempo: float) -> Samples:
    """The same pitch at another pace: overlap-add of frames placed where they fit best (WSOLA)."""
    frame, hop, search = 640, 320, 160
    window = np.hanning(frame)
    frames = int((len(voice) / tempo - frame) / hop)
    if frames < 2:
        return voice
    padded = np.pad(voice, (search, frame + 2 * search))
    made, weight = np.zeros(frames * hop + frame), np.zeros(frames * hop + frame)
    expected = padded[search : search + frame]
    for number in range(frames):
        nominal = round(number * hop * tempo) + search
        around = padded[nominal - search : nominal + search + frame]
        best = int(np.argmax(np.correlate(around, expected, mode="valid"))) if number else search
        first = nominal - search + best
        made[number * hop : number * hop + frame] += padded[first : first + frame] * window
        weight[number * hop : number * hop + frame] += window
        expected = padded[first + hop : first + hop + frame]
        if len(expected) < frame:
            expected = np.pad(expected, (0, frame - len(expected)))
    return made / np.maximum(weight, 0.1)
