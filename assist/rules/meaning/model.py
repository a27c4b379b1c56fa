"""The classifier at work: one calibrated logistic regression for each category, as arrays in an npz file.

Arrays of the file (no pickles): `meta` (JSON text), `categories` (n texts), `columns` (m sorted feature
numbers), `coefficients` (n × m bytes) times `scale` (n), `intercepts` (n), `slope` and `offset` (n each;
Platt scaling: p = 1 / (1 + exp(-(slope · score + offset)))). `meta` names the features' version, the
language, the pack and its version, and how the model was trained and calibrated. A category may be `none`
(ordinary talk); it is never reported.

Thread: read-only after loading.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assist.problems import AssistProblem
from assist.rules.matching.units import Language, Unit, language_named
from assist.rules.meaning.features import FEATURES_VERSION, hashed_features, text_units

NO_CATEGORY = "none"
KEPT_MODELS = 2
"""Models kept in memory: unpacking takes most of a second, and a pack is read, checked and compiled."""
LARGEST_BYTE = 127
"""Coefficients are kept as signed bytes, in steps of a 127th of the category's largest."""


@dataclass(frozen=True)
class MeaningModel:
    """A loaded model."""

    language: Language
    categories: tuple[str, ...]
    columns: NDArray[np.int64]
    coefficients: NDArray[np.float32]
    intercepts: NDArray[np.float64]
    slope: NDArray[np.float64]
    offset: NDArray[np.float64]
    meta: dict[str, Any]

    @classmethod
    @lru_cache(maxsize=KEPT_MODELS)
    def load(cls, raw: bytes) -> MeaningModel:
        """From the bytes of an npz file, once for the same bytes; a broken or foreign one is an AssistProblem."""
        try:
            with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
                meta = json.loads(str(arrays["meta"]))
                model = cls(
                    language=language_named(str(meta["language"])),
                    categories=tuple(str(name) for name in arrays["categories"]),
                    columns=arrays["columns"].astype(np.int64),
                    coefficients=arrays["coefficients"].astype(np.float32)
                    * arrays["scale"].astype(np.float32)[:, np.newaxis],
                    intercepts=arrays["intercepts"].astype(np.float64),
                    slope=arrays["slope"].astype(np.float64),
                    offset=arrays["offset"].astype(np.float64),
                    meta=meta,
                )
        except (KeyError, ValueError, OSError, EOFError, TypeError, zipfile.BadZipFile) as error:
            raise _broken(f"it can't be read ({error})") from error
        model._check()
        return model

    def save(self) -> bytes:
        """The npz file of this model."""
        buffer = io.BytesIO()
        scale = np.maximum(np.abs(self.coefficients).max(axis=1, initial=0.0), 1e-6) / LARGEST_BYTE
        np.savez_compressed(
            buffer,
            meta=np.array(json.dumps(self.meta, ensure_ascii=False, sort_keys=True)),
            categories=np.array(self.categories),
            columns=self.columns.astype(np.int32),
            coefficients=np.rint(self.coefficients / scale[:, np.newaxis]).astype(np.int8),
            scale=scale.astype(np.float32),
            intercepts=self.intercepts,
            slope=self.slope,
            offset=self.offset,
        )
        return buffer.getvalue()

    def predict(self, text: str) -> dict[str, float]:
        """Category → calibrated probability that the text belongs to it; categories are independent."""
        return self.predict_units(text_units(text, self.language))

    def predict_units(self, units: list[Unit]) -> dict[str, float]:
        """The same for units as matched."""
        if not units or not self.columns.size:
            return {}
        numbers, weights = hashed_features(units, self.language)
        places = np.searchsorted(self.columns, numbers)
        places[places == self.columns.size] = 0
        known = self.columns[places] == numbers
        scores = self.coefficients[:, places[known]] @ weights[known] + self.intercepts
        chances = 1.0 / (1.0 + np.exp(-np.clip(self.slope * scores + self.offset, -30, 30)))
        return {
            name: float(chance)
            for name, chance in zip(self.categories, chances, strict=True)
            if name != NO_CATEGORY
        }

    def _check(self) -> None:
        count = len(self.categories)
        if self.meta.get("features") != FEATURES_VERSION:
            raise _broken("it was made for other features; train it again")
        if self.coefficients.shape != (count, self.columns.size):
            raise _broken("its arrays do not fit each other")
        if not all(array.shape == (count,) for array in (self.intercepts, self.slope, self.offset)):
            raise _broken("its arrays do not fit each other")
        if not all(
            np.isfinite(array).all()
            for array in (self.coefficients, self.intercepts, self.slope, self.offset)
        ):
            raise _broken("it holds numbers that are none")
        if self.columns.size and not (np.diff(self.columns) > 0).all():
            raise _broken("its columns are not in order")


def _broken(reason: str) -> AssistProblem:
    return AssistProblem(
        "rules.meaning_broken", "The pack's classifier can't be used: {reason}. Build it anew.", reason=reason
    )
