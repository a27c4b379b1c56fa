"""`evenhand people`: who may use the records of this machine, in which role."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from assist.evidence.people.roles import Role
from assist.evidence.people.users import check_password, plain_name
from assist.problems import AssistProblem
from desktop.commands.records import DemoOption, JsonOption
from desktop.commands.signing import AsOption, ask_new_password, opened, session_for, store_kind

app = typer.Typer(
    help="List, add and change the people who may use the records.",
    invoke_without_command=True,
    no_args_is_help=False,
)

NameArgument = Annotated[str, typer.Argument(help="The person's name.")]


@app.callback()
def people(context: typer.Context) -> None:
    """List the people, or run a subcommand."""
    if context.invoked_subcommand is None:
        list_people()


@app.command("list")
def list_people(demo: DemoOption = False, as_json: JsonOption = False) -> None:
    """List everyone with their role; nobody is ever removed, since entries name them."""
    with opened(store_kind(demo), existing=True) as (_, store):
        accounts = store.people.accounts()
    if as_json:
        typer.echo(
            json.dumps(
                [{"name": one.name, "role": one.role.value, "active": one.active} for one in accounts],
                ensure_ascii=False,
            )
        )
        return
    if not accounts:
        typer.echo(
            "There are no people yet, so nobody has to sign in. Add the first: evenhand people add NAME --role lead"
        )
        return
    table = Table("name", "role", "may sign in")
    for one in accounts:
        table.add_row(one.name, one.role.value, "yes" if one.active else "no")
    Console().print(table)


@app.command("add")
def add_person(
    name: NameArgument,
    role: Annotated[str, typer.Option("--role", help="agent, reviewer, lead or compliance.")],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Add someone. The first is a lead or compliance; from then on everyone signs in."""
    wanted = _role(role)
    name = plain_name(name)
    with opened(store_kind(demo)) as (_, store):
        first = store.people.is_open
        session = session_for(store, acting)
        password = ask_new_password(name)
        check_password(name, password)
        account = store.people.add(name, wanted, password, session.actor)
    typer.echo(f"{account.name} was added as {account.role.value}.")
    if first:
        typer.echo("From now on whoever uses these records signs in first.")


@app.command("password")
def set_password(name: NameArgument, acting: AsOption = "", demo: DemoOption = False) -> None:
    """Give someone (or yourself) a new password."""
    with opened(store_kind(demo), existing=True) as (_, store):
        session = session_for(store, acting)
        store.people.set_password(name, ask_new_password(name), session.actor)
    typer.echo(f"{name} has a new password.")


@app.command("off")
def switch_off(name: NameArgument, acting: AsOption = "", demo: DemoOption = False) -> None:
    """Let someone in no longer; what they recorded stays."""
    _switch(name, acting, store_kind(demo), active=False)
    typer.echo(f"{name} may sign in no longer.")


@app.command("on")
def switch_on(name: NameArgument, acting: AsOption = "", demo: DemoOption = False) -> None:
    """Let someone in again."""
    _switch(name, acting, store_kind(demo), active=True)
    typer.echo(f"{name} may sign in.")


def _switch(name: str, acting: str, kind: str, *, active: bool) -> None:
    with opened(kind, existing=True) as (_, store):
        session = session_for(store, acting)
        store.people.set_active(name, session.actor, active=active)


def _role(text: str) -> Role:
    try:
        return Role(text.strip().casefold())
    except ValueError as error:
        raise AssistProblem(
            "people.no_role",
            "There is no role {role}. Choose one of: {roles}",
            role=text,
            roles=", ".join(role.value for role in Role),
        ) from error
