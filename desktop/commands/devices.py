"""`evenhand devices`: what can be heard on this machine."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from speech.capture import LiveSource
from speech.devices import DeviceDirectory, DeviceKind
from speech.sound_check import PLAN, CheckProgress, Part, run_sound_check

app = typer.Typer(help="List sound devices and check the set-up.", no_args_is_help=True)

_KINDS = {
    DeviceKind.MICROPHONE: "microphone (agent)",
    DeviceKind.PLAYBACK: "playback (customer)",
}


@app.command("list")
def list_devices(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array instead of a table.")] = False,
) -> None:
    """Show what can be heard: microphones, and what outputs play."""
    devices = DeviceDirectory().devices()
    if as_json:
        typer.echo(
            json.dumps(
                [
                    {
                        "id": device.device_id,
                        "name": device.name,
                        "kind": device.kind.value,
                        "default": device.is_default,
                    }
                    for device in devices
                ],
                ensure_ascii=False,
            )
        )
        return
    table = Table("name", "kind", "default", "id")
    for device in devices:
        table.add_row(device.name, _KINDS[device.kind], "yes" if device.is_default else "", device.device_id)
    Console().print(table)
    if not devices:
        typer.echo("Nothing can be heard. Connect the headset and check the system's sound settings.")


UNSUPPORTED = 1
"""Exit code where calls can't be held with this set-up."""
FULL_SECONDS = sum(seconds for _, seconds in PLAN)


@app.command("check")
def check_devices(
    agent_device: Annotated[str, typer.Option(help="Your microphone, by id or name.")] = "",
    customer_device: Annotated[
        str, typer.Option(help="What plays the customer's voice, by id or name.")
    ] = "",
    seconds: Annotated[
        float, typer.Option(help="In all; the parts get shorter in proportion.", min=6, max=FULL_SECONDS)
    ] = FULL_SECONDS,
    as_json: Annotated[bool, typer.Option("--json", help="The result as JSON.")] = False,
) -> None:
    """Say which side is heard where, how loud, how much leaks, and whether the set-up is supported."""
    from desktop.settings.sound_check_texts import part_text, report_text

    directory = DeviceDirectory()
    agent = directory.find(agent_device) if agent_device else directory.pick(DeviceKind.MICROPHONE)
    customer = directory.find(customer_device) if customer_device else directory.pick(DeviceKind.PLAYBACK)
    plan = [(part, part_seconds * seconds / FULL_SECONDS) for part, part_seconds in PLAN]
    console = Console(stderr=True)
    console.print(f"Agent: {agent.name}\nCustomer: {customer.name}")
    shown: list[Part] = []

    def show(progress: CheckProgress) -> None:
        if progress.part not in shown:
            shown.append(progress.part)
            console.print(part_text(progress.part))
        console.print(
            f"  {progress.seconds_left:3.0f} s   agent {progress.agent_dbfs:5.0f} dB   "
            f"customer {progress.customer_dbfs:5.0f} dB",
            end="\r",
        )

    report = run_sound_check(LiveSource(agent, customer, directory), show, plan=plan)
    console.print()
    if as_json:
        typer.echo(json.dumps({**asdict(report), "passed": report.passed}, ensure_ascii=False))
    else:
        typer.echo(report_text(report))
    raise typer.Exit(0 if report.passed else UNSUPPORTED)
