"""The gates of all shipped places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assist.contact.gate import ContactGate
from assist.contact.rules_loader import shipped_contact_rules
from tests.support.contact_cases import NUMBERS


@pytest.fixture(scope="session")
def gate_of() -> Callable[[str], ContactGate]:
    """The gate with a locale's shipped rules."""
    gates = {locale: ContactGate(shipped_contact_rules(locale)) for locale in NUMBERS}
    return gates.__getitem__
