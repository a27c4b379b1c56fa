"""Where cases are kept: as JSON documents on a shelf that the composition root gives (the encrypted store).

Thread: any; a shelf may wait for the disk, so not the GUI thread. Personal data: never logged above DEBUG.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from functools import cache
from typing import Protocol

from cattrs import BaseValidationError
from cattrs.preconf.json import JsonConverter, make_converter

from assist.contact.case import Case
from assist.problems import AssistProblem


class ShelvedDocument(Protocol):
    """One document of a shelf."""

    @property
    def name(self) -> str: ...

    @property
    def content(self) -> bytes: ...

    @property
    def updated_utc_ms(self) -> int: ...


class Shelf(Protocol):
    """Keeps bytes by name."""

    def get(self, name: str) -> bytes | None: ...

    def put(self, name: str, content: bytes) -> None: ...

    def put_many(self, contents: dict[str, bytes]) -> None: ...

    def all(self) -> Sequence[ShelvedDocument]: ...

    def remove(self, name: str) -> None: ...


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A case and when it was last changed."""

    case: Case
    updated_utc_ms: int


class CaseBook:
    """Finds, keeps and changes cases."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def find(self, case_id: str) -> Case | None:
        """The case of this number, or None."""
        content = self._shelf.get(case_id)
        return None if content is None else case_of_json(content)

    def must_find(self, case_id: str) -> Case:
        """The case of this number; AssistProblem `case.unknown` if there is none."""
        case = self.find(case_id)
        if case is None:
            raise AssistProblem(
                "case.unknown",
                "There is no case {case}. Import it first, or check the number.",
                case=case_id,
            )
        return case

    def keep(self, case: Case) -> None:
        """Keep a new or changed case."""
        self._shelf.put(case.case_id, json_of_case(case))

    def keep_all(self, cases: Iterable[Case]) -> None:
        """Keep several cases, all or none."""
        self._shelf.put_many({case.case_id: json_of_case(case) for case in cases})

    def cases(self) -> list[KeptCase]:
        """Every case, by number."""
        return [
            KeptCase(case_of_json(document.content), document.updated_utc_ms)
            for document in self._shelf.all()
        ]

    def remove(self, case_id: str) -> None:
        """Let a case go; recorded calls are not touched."""
        self._shelf.remove(case_id)


def json_of_case(case: Case) -> bytes:
    """A case as UTF-8 JSON; money as decimal text, instants and days in ISO 8601."""
    return _converter().dumps(case, ensure_ascii=False).encode()


def case_of_json(content: bytes) -> Case:
    """The case in `json_of_case`'s form; AssistProblem `case.unreadable` for anything else."""
    try:
        case: Case = _converter().loads(content, Case)
    except (BaseValidationError, ValueError, TypeError, ArithmeticError) as error:
        raise AssistProblem(
            "case.unreadable",
            "A case's data can't be read ({why}). Import the case again.",
            why=type(error).__name__,
        ) from error
    return case


@cache
def _converter() -> JsonConverter:
    converter = make_converter()
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(str(value)))
    converter.register_unstructure_hook(time, lambda value: value.isoformat())
    converter.register_structure_hook(time, lambda value, _: time.fromisoformat(value))
    return converter
