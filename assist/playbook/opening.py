"""Opens the playbook in force for a call: the team's own if there is a good one, else the shipped one.

Compiled playbooks are kept: opening one again costs nothing while its files are unchanged. Thread: any.
"""

from __future__ import annotations

import threading
from datetime import datetime
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

from assist.contact.case import Case
from assist.contact.rules_loader import shipped_contact_rules
from assist.playbook.book import Book
from assist.playbook.engine import PlaybookEngine
from assist.playbook.loader import load_book
from assist.playbook.plan_texts import PlanTexts, shipped_plan_texts
from assist.playbook.situation import Subject
from assist.playbook.usage import UsageHistory
from assist.problems import AssistProblem, PackProblem
from assist.rules.compiler import CompiledPack, compile_pack
from assist.rules.facts import CaseFacts
from assist.rules.matching.units import language_named

_lock = threading.Lock()
_compiled: dict[str, CompiledPack] = {}
"""By the playbook's hash."""
_last_good: dict[Path, Book] = {}
"""By file: what was last read from it without a fault."""


def shipped_playbooks() -> list[str]:
    """Locales whose playbooks come with the app."""
    root = Path(str(resources.files("scripts")))
    return sorted(path.parent.name for path in root.glob("*/playbook.yaml"))


def playbook_path(name: str, packs: Path | None = None) -> Path:
    """A playbook by the path of its file or by its locale: the team's own in `packs` before the shipped one."""
    given = Path(name)
    if given.suffix in {".yaml", ".yml"} or given.is_file():
        return given
    if packs is not None and (own := packs / name / "playbook.yaml").is_file():
        return own
    shipped = Path(str(resources.files("scripts").joinpath(name, "playbook.yaml")))
    if not shipped.is_file():
        raise AssistProblem(
            "playbook.none",
            "There is no playbook `{name}`. Give a file, or one of: {known}.",
            name=name,
            known=", ".join(shipped_playbooks()) or "none",
        )
    return shipped


def compiled_signals(book: Book) -> CompiledPack:
    """A playbook's signals, ready to be heard."""
    with _lock:
        if book.sha256 not in _compiled:
            _compiled[book.sha256] = compile_pack(book.signal_pack)
        return _compiled[book.sha256]


def open_playbook(
    locale: str,
    packs: Path | None,
    case: Case | None,
    debt_id: str,
    now: datetime,
    facts: CaseFacts | None = None,
    *,
    company: str = "",
    agent: str = "",
    usage: UsageHistory | None = None,
) -> PlaybookEngine:
    """The engine for one call about `debt_id` of `case` (empty: its first debt); both may be unknown.

    `packs` holds the team's own packs. `now` is the call's instant, time zone aware. `facts` are those that
    the rules start with. A broken file of the team's is told by the engine's `problem`, and the playbook that
    was in force stays. Raises AssistProblem where there is none at all.
    """
    book, problem = book_in_force(locale, packs)
    _load_dictionary(book.language)
    debt = None
    if case is not None and case.debts:
        debt = case.debt(debt_id) if debt_id else case.debts[0]
    zone = case.debtor.time_zone if case is not None and case.debtor.time_zone else _zone(locale)
    subject = Subject(case, debt, now.astimezone(ZoneInfo(zone)).date(), company, agent)
    return PlaybookEngine(
        book,
        subject,
        facts,
        texts=_texts(locale),
        usage=usage,
        compiled=compiled_signals(book),
        problem=problem,
    )


def _load_dictionary(language: str) -> None:
    """Cutting Chinese into words needs a dictionary, whose loading takes half a second: now, not in the call."""
    language_named(language).split("好")


def book_in_force(locale: str, packs: Path | None) -> tuple[Book, PackProblem | None]:
    """The playbook for a locale, and what is wrong with the team's own file where another is used instead.

    Instead of a broken file stands what this program last read from it, else the shipped playbook.
    """
    path = playbook_path(locale, packs)
    try:
        book = load_book(path)
    except PackProblem as problem:
        with _lock:
            last = _last_good.get(path)
        shipped = playbook_path(locale)
        if last is None and shipped == path:
            raise
        return last or load_book(shipped), problem
    with _lock:
        _last_good[path] = book
    return book, None


def _zone(locale: str) -> str:
    try:
        return shipped_contact_rules(locale).default_zone
    except AssistProblem:
        return "UTC"


def _texts(locale: str) -> PlanTexts | None:
    try:
        return shipped_plan_texts(locale)
    except AssistProblem:
        return None
