"""`evenhand send`, `evenhand receive` and `evenhand trust`: sealed calls between the installations of a team."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assist.evidence.checkpoint import raw_public_key
from assist.evidence.packages.exchange import look_at
from assist.problems import AssistProblem
from desktop.commands.keys import read_identity
from desktop.commands.records import DemoOption
from desktop.commands.signing import AsOption, is_confirmed, opened, session_for, store_kind

PackageArgument = Annotated[str, typer.Argument(help="The package (.ehcall): a file or an address.")]


def send(
    call: Annotated[str, typer.Argument(help="The beginning of the call's id, or: last")],
    to: Annotated[str, typer.Option("--to", help="A folder or share.")],
    recipient: Annotated[str, typer.Option("--for", help="Another recipient (age1…) than the team's.")] = "",
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Seal a closed call for the team and put it into a folder; only who has the team's key can open it."""
    with opened(store_kind(demo), existing=True) as (_, store):
        session = session_for(store, acting)
        place = session.send(session.find_call(call).call_id, to, recipient.strip())
    typer.echo(place)


def receive(
    file: PackageArgument,
    identity: Annotated[
        Path | None,
        typer.Option(
            "--identity", help="The file with the team's secret, where this machine does not keep it."
        ),
    ] = None,
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Check a package and take its call in, read-only; its installation must be trusted first."""
    secret = read_identity(identity) if identity is not None else ""
    with opened(store_kind(demo)) as (_, store):
        taken = session_for(store, acting).take_in(file, secret)
    typer.echo(
        f"Taken in: call {taken.summary.call_id} of {taken.summary.agent}, unchanged since it was sealed."
    )


def trust(
    file: PackageArgument,
    fingerprint: Annotated[
        str, typer.Option("--fingerprint", help="The one you were told; then nothing is asked.")
    ] = "",
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Take in packages of the installation that made this one, from now on."""
    header = look_at(file)
    typer.echo(f"origin       {header.origin}\nfingerprint  {header.fingerprint}", err=True)
    if fingerprint and _plain(fingerprint) != _plain(header.fingerprint):
        raise AssistProblem(
            "package.other_fingerprint",
            "The fingerprint is {found}, not the one you were told. Do not trust it; ask its user by telephone.",
            found=header.fingerprint,
        )
    with opened(store_kind(demo)) as (_, store):
        session = session_for(store, acting)
        if not fingerprint and not is_confirmed("Did its user tell you this very fingerprint?"):
            raise AssistProblem(
                "package.not_confirmed",
                "Not trusted; nothing was changed. Ask its user for what evenhand keys fingerprint says there.",
            )
        session.trust(header.origin, raw_public_key(header.public_key))
    typer.echo("Trusted. Take its packages in with: evenhand receive FILE")


def _plain(fingerprint: str) -> str:
    return "".join(fingerprint.split()).casefold()
