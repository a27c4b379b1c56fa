"""`evenhand records`: notes, assignment, holds, requests that take two people, and the end of a call's keeping."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from assist.evidence.anchors.cosigning import cosign_kept
from assist.evidence.bundle.verify import fingerprint
from assist.evidence.checkpoint import raw_public_key
from assist.evidence.people.approvals import Approval, ApprovalKind
from assist.evidence.people.session import StoreSession
from assist.problems import AssistProblem
from desktop.commands.records import DemoOption, JsonOption
from desktop.commands.signing import AsOption, opened, session_for, store_kind
from desktop.installation import Installation

app = typer.Typer(
    help="Notes, assignments, legal holds, requests for two people, retention.", no_args_is_help=True
)

CallArgument = Annotated[str, typer.Argument(help="The beginning of the call's id, or: last")]
RequestArgument = Annotated[str, typer.Argument(help="The beginning of the request's id.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason; it goes into the record.")]
ID_SHOWN = 8


@contextmanager
def signed_in(demo: bool, acting: str) -> Iterator[tuple[Installation, StoreSession]]:
    """The installation and who acts; the store must exist."""
    with opened(store_kind(demo), existing=True) as (installation, store):
        yield installation, session_for(store, acting)


# --- reviewing -----------------------------------------------------------------------------------------


@app.command()
def note(
    call: CallArgument,
    text: Annotated[str, typer.Argument(help="What you noticed.")],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Add a note to a call; notes are never changed."""
    with signed_in(demo, acting) as (_, session):
        session.note(session.find_call(call).call_id, text)
    typer.echo("Noted.")


@app.command()
def assign(
    call: CallArgument,
    reviewer: Annotated[str, typer.Option("--to", help="The reviewer's name.")],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Give a call to a reviewer, who then sees it."""
    with signed_in(demo, acting) as (_, session):
        found = session.find_call(call)
        session.assign(found.call_id, reviewer)
    typer.echo(f"Call {found.number} was given to {reviewer}.")


# --- holds ---------------------------------------------------------------------------------------------


@app.command()
def hold(
    why: WhyOption,
    call: Annotated[str, typer.Argument(help="The beginning of the call's id, or: last")] = "",
    case: Annotated[str, typer.Option("--case", help="Instead: every call of this case.")] = "",
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Put a legal hold on a call or on all calls of a case: nothing destroys them until it is released."""
    if bool(call) == bool(case):
        raise AssistProblem("hold.what", "Give one of the two: a call, or --case with a case's number.")
    with signed_in(demo, acting) as (_, session):
        held = session.hold_case(case, why) if case else [session.hold(session.find_call(call).call_id, why)]
    typer.echo(
        f"{len(held)} calls are under a legal hold now." if len(held) != 1 else f"Held: {held[0].hold_id}"
    )


@app.command()
def release(
    hold_id: Annotated[str, typer.Argument(help="The beginning of the hold's id.")],
    why: WhyOption,
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Release a legal hold that someone else set."""
    with signed_in(demo, acting) as (_, session):
        session.release(
            _one(hold_id, [one.hold_id for one in session.holds() if not one.released_utc_ms]), why
        )
    typer.echo("Released.")


@app.command()
def holds(
    everything: Annotated[bool, typer.Option("--all", help="Released ones too.")] = False,
    acting: AsOption = "",
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the legal holds."""
    with signed_in(demo, acting) as (_, session):
        found = [one for one in session.holds() if everything or not one.released_utc_ms]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    table = Table("hold", "call", "set (UTC)", "by", "reason", "released by")
    for one in found:
        table.add_row(
            one.hold_id[:ID_SHOWN],
            one.call_id,
            _minute(one.set_utc_ms),
            one.set_by,
            one.reason,
            one.released_by,
        )
    Console().print(table)


# --- what takes two people ------------------------------------------------------------------------------


@app.command()
def ask(
    kind: Annotated[ApprovalKind, typer.Argument(help="What is asked for.")],
    call: CallArgument,
    why: WhyOption,
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Ask for a full export or a deletion; someone else must approve."""
    with signed_in(demo, acting) as (_, session):
        approval = session.ask(kind, session.find_call(call).call_id, why)
    typer.echo(f"Asked: {approval.approval_id}")


@app.command()
def requests(
    everything: Annotated[bool, typer.Option("--all", help="Decided ones too.")] = False,
    acting: AsOption = "",
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List what was asked for and waits, newest first."""
    with signed_in(demo, acting) as (_, session):
        found = session.approvals("" if everything else "asked")
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    table = Table("request", "what", "call", "asked (UTC)", "by", "reason", "state", "decided by")
    for one in found:
        table.add_row(*_request_row(one))
    Console().print(table)


@app.command()
def approve(request: RequestArgument, acting: AsOption = "", demo: DemoOption = False) -> None:
    """Agree to what someone else asked for; the agreement serves once and lapses after a week."""
    _decide(request, acting, demo, agree=True)


@app.command()
def refuse(request: RequestArgument, acting: AsOption = "", demo: DemoOption = False) -> None:
    """Say no to what someone else asked for."""
    _decide(request, acting, demo, agree=False)


def _decide(request: str, acting: str, demo: bool, *, agree: bool) -> None:
    with signed_in(demo, acting) as (_, session):
        wanted = _one(request, [one.approval_id for one in session.approvals()])
        approval = session.approve(wanted) if agree else session.refuse(wanted)
    typer.echo(f"{approval.state}: {approval.approval_id}")


# --- a second signature ----------------------------------------------------------------------------------


@app.command()
def cosign(
    place: Annotated[
        str, typer.Argument(help="The folder or share in which installations keep their checkpoints.")
    ],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """As the lead: sign what the trusted installations' ledgers have grown to; a ledger that went back is an alarm."""
    with opened(store_kind(demo)) as (_, store):
        done = cosign_kept(store, place, session_for(store, acting).actor)
        mine = fingerprint(raw_public_key(store.public_key))
    for one in done:
        typer.echo(f"cosigned: {one.origin} at {one.size} entries")
    if not done:
        typer.echo("There is nothing new of an installation that you trust.")
    typer.echo(f"Receivers of bundles compare this fingerprint of yours: {mine}", err=True)


# --- retention ------------------------------------------------------------------------------------------


@app.command()
def due(
    everything: Annotated[bool, typer.Option("--all", help="Also calls that must still be kept.")] = False,
    acting: AsOption = "",
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the calls whose keeping is over, and what holds them."""
    from desktop.keeping import call_states

    with signed_in(demo, acting) as (installation, session):
        states = [
            state
            for state in call_states(installation, session, store_kind(demo))
            if everything or state.over
        ]
    rows = [
        {
            "call": state.call.call_id,
            "number": state.call.number,
            "case": state.call.case_id,
            "keep_until": state.decision.keep_until.isoformat() if state.decision.keep_until else None,
            "because": list(state.decision.because),
            "held": [one.reason for one in state.holds],
            "over": state.over,
        }
        for state in states
    ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    table = Table("no.", "case", "keep until", "because", "held for", "over", "call")
    for row in rows:
        table.add_row(
            str(row["number"]), str(row["case"]), str(row["keep_until"] or "no end yet"), ", ".join(row["because"]),  # type: ignore[arg-type]
            "; ".join(row["held"]), "yes" if row["over"] else "no", str(row["call"]),  # type: ignore[arg-type]
        )  # fmt: skip
    Console().print(table)


@app.command()
def destroy(
    call: CallArgument,
    approval: Annotated[str, typer.Option("--approval", help="The beginning of the approved request's id.")],
    certificate: Annotated[Path, typer.Option("--certificate", help="A new file for the proof of deletion.")],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Destroy a call's content for good; its proof stays. Retention over, no hold, two people."""
    from desktop.keeping import destroy_call

    with signed_in(demo, acting) as (installation, session):
        found = session.find_call(call)
        agreed = _one(approval, [one.approval_id for one in session.approvals("approved")])
        destroy_call(installation, session, store_kind(demo), found.call_id, agreed, certificate)
    typer.echo(f"Destroyed. The proof is in {certificate}; keep it with the case.")


def _one(beginning: str, known: list[str]) -> str:
    found = [one for one in known if beginning and one.startswith(beginning)]
    if len(found) != 1:
        raise AssistProblem(
            "records.not_one",
            "{given} is the beginning of {count} ids here, not of one. List them, and give more of it.",
            given=beginning or "(nothing)",
            count=str(len(found)),
        )
    return found[0]


def _request_row(one: Approval) -> tuple[str, ...]:
    return (
        one.approval_id[:ID_SHOWN], one.kind, one.call_id, _minute(one.requested_utc_ms), one.requested_by,
        one.reason, one.state, one.decided_by,
    )  # fmt: skip


def _minute(utc_ms: int) -> str:
    return f"{datetime.fromtimestamp(utc_ms / 1000, UTC):%Y-%m-%d %H:%M}"
