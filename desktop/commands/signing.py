"""Names, passwords and confirmations asked on the terminal; from a pipe each is one line of standard input.

Passwords are never shown and never taken from the command line, where other users of the machine could read them.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from assist.evidence.people.session import StoreSession
from assist.evidence.store import EvidenceStore
from assist.problems import AssistProblem
from desktop.commands.records import open_existing
from desktop.installation import Installation
from desktop.paths import data_paths

AsOption = Annotated[
    str, typer.Option("--as", help="Who acts; asked for if not given. Unused while there are no people.")
]


def ask_line(question: str) -> str:
    """One visible answer; `AssistProblem` where the input ends."""
    typer.echo(f"{question}: ", nl=False, err=True)
    return _line(question)


def ask_password(question: str) -> str:
    """One answer that is not shown."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{question}: ")
    return _line(question)


def ask_new_password(name: str) -> str:
    """A new password: twice on a terminal, once from a pipe."""
    password = ask_password(f"New password of {name}")
    if sys.stdin.isatty() and ask_password("Once more") != password:
        raise AssistProblem(
            "people.passwords_differ", "The two passwords differ. Start again; nothing was changed."
        )
    return password


def is_confirmed(question: str) -> bool:
    """Whether the answer is yes; anything else is no."""
    return ask_line(f"{question} [y/N]").strip().casefold() in {"y", "yes"}


def session_for(store: EvidenceStore, name: str = "") -> StoreSession:
    """Who acts: whoever signs in on the terminal, or the user of a store without people."""
    if store.people.is_open:
        return store.people.open_session(name or _system_user())
    name = name or ask_line("Your name")
    return store.people.sign_in(name, ask_password(f"Password of {name}"))


@contextmanager
def opened(kind: str, *, existing: bool = False) -> Iterator[tuple[Installation, EvidenceStore]]:
    """The installation and its store, closed afterwards; made if there is none, unless it must be `existing`."""
    installation = open_existing(data_paths(), kind) if existing else Installation(data_paths())
    try:
        yield installation, installation.store(kind)
    finally:
        installation.close()


def store_kind(demo: bool) -> str:
    """The kind of store that `--demo` means."""
    return "demo" if demo else "live"


def _system_user() -> str:
    """Whose account of the operating system this is; some containers know none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "agent"


def _line(question: str) -> str:
    line = sys.stdin.readline()
    if not line:
        raise AssistProblem(
            "terminal.no_input",
            "{question}: nothing was given. Start again and type it, or give it on standard input.",
            question=question,
        )
    return line.rstrip("\r\n")
