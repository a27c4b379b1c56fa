"""`evenhand devices`: what can be heard on this machine."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from speech.devices import DeviceDirectory, DeviceKind

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
