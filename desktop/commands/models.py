"""`evenhand models`: the speech models on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TransferSpeedColumn
from rich.table import Table

from desktop.paths import data_paths
from speech.model_fetch import fetch_model
from speech.models import SpeechModel, find_model, is_installed, known_models, verified_model
from speech.problems import SpeechProblem

app = typer.Typer(help="List, fetch and check speech models.", no_args_is_help=True)


@app.command("list")
def list_models() -> None:
    """Show every known model and whether it is installed."""
    root = data_paths().models
    table = Table("model", "language", "size", "licence", "installed", "use")
    for model in known_models().values():
        state = "yes" if is_installed(root, model) else "no"
        size = f"{model.size / 1e6:.0f} MB"
        table.add_row(model.name, model.language, size, model.licence, state, model.note)
    Console().print(table)
    typer.echo(f"Folder: {root}")


@app.command("get")
def get_models(
    names: Annotated[list[str], typer.Argument(help="Models to fetch, such as small-cn-0.22.")],
) -> None:
    """Fetch models, going on where an earlier try stopped; what is there and whole is not fetched again."""
    paths = data_paths()
    root = paths.ensure(paths.models)
    for model in [find_model(name) for name in names]:
        _get(model, root)


def _get(model: SpeechModel, root: Path) -> None:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total or None)
            bar.update(tasks[what], completed=done, total=total or None)

        folder = fetch_model(root, model, progress)
    typer.echo(f"{model.name}: installed and checked in {folder}")


@app.command("verify")
def verify_models(
    names: Annotated[
        list[str] | None, typer.Argument(help="Models to check; all installed by default.")
    ] = None,
) -> None:
    """Compare every file's checksum."""
    root = data_paths().models
    wanted = names or [model.name for model in known_models().values() if is_installed(root, model)]
    if not wanted:
        raise SpeechProblem(
            "model.none",
            "No speech model is installed. Get one with: evenhand models get small-cn-0.22",
        )
    for name in wanted:
        _, identity = verified_model(root, name, thorough=True)
        typer.echo(f"{identity.name}: whole (sha256 {identity.sha256})")
