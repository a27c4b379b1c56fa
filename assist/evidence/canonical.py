"""Canonical JSON (RFC 8785), integers only: what is hashed and signed has exactly one spelling."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import rfc8785

LARGEST_INTEGER = 2**53 - 1
"""RFC 8785 numbers are IEEE doubles; integers beyond this would lose digits."""


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one spelling of `value`; floats raise TypeError, since their text differs between languages."""
    _refuse_floats(value)
    return rfc8785.dumps(dict(value))


def parse_canonical(data: bytes) -> dict[str, Any]:
    """The object spelt by `data`; ValueError if it is not its canonical spelling."""
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    try:
        spelt = canonical(value)
    except TypeError as error:
        raise ValueError(str(error)) from error
    if spelt != data:
        raise ValueError("not in canonical form")
    return value


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a float may not be hashed; use an integer with a unit")
    if isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        raise TypeError("an integer beyond 2^53-1 may not be hashed")
    if isinstance(value, Mapping):
        for inner in value.values():
            _refuse_floats(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _refuse_floats(inner)
