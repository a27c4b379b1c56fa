"""A program of its own for a private D-Bus session with a real, unlocked gnome-keyring:

    dbus-run-session -- python -m tests.support.private_keyring FOLDER

It opens a store whose key is kept by SecretService, closes it, opens it again, locks the keyring, takes the key
away, and prints what happened as JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NAME = "org.freedesktop.secrets"
TOOLS = ("dbus-run-session", "gnome-keyring-daemon")


def why_not() -> str:
    """Why this machine can't run it; empty if it can."""
    if sys.platform != "linux":
        return "SecretService is for Linux"
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def run_in_private_session(folder: Path, root: Path) -> dict[str, object]:
    """Run it there; what it printed."""
    home = folder / "home"
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    environment |= {"PYTHONPATH": str(root)}
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    command = [
        "dbus-run-session",
        "--",
        sys.executable,
        "-m",
        "tests.support.private_keyring",
        str(folder / "store"),
    ]
    ran = subprocess.run(
        command, env=environment, cwd=root, capture_output=True, text=True, timeout=120, check=False
    )
    if ran.returncode != 0:
        raise RuntimeError(ran.stderr[-3000:])
    told: dict[str, object] = json.loads(ran.stdout.splitlines()[-1])
    return told


def _owner(bus: Any) -> str:
    """Who answers for the name; empty where nobody does, also between one question and the next."""
    from jeepney.wrappers import DBusErrorResponse

    try:
        return str(bus.GetNameOwner(NAME)[0])
    except DBusErrorResponse:
        return ""


def _start_keyring(*more: str) -> None:
    """An unlocked keyring that answers; in the foreground of this session, so that it ends with it."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    connection = open_dbus_connection(bus="SESSION")
    bus = Proxy(message_bus, connection)
    owner = _owner(bus)
    command = ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets", *more]
    daemon = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    assert daemon.stdin is not None
    daemon.stdin.write(b"a password of the session")
    daemon.stdin.close()
    deadline = time.monotonic() + 20
    while _owner(bus) in {"", owner}:
        if time.monotonic() > deadline:
            raise TimeoutError("the keyring did not come up")
        time.sleep(0.05)
    connection.close()


def main() -> None:
    """Inside the session."""
    _start_keyring()
    import keyring
    import secretstorage

    from assist.evidence.keys import KeyringKey
    from assist.evidence.store import EvidenceStore
    from assist.problems import AssistProblem
    from tests.support.evidence_stores import AGENT, record_call, system_clock

    folder = Path(sys.argv[1])
    told: dict[str, object] = {"backend": type(keyring.get_keyring()).__module__}

    def open_store() -> EvidenceStore:
        return EvidenceStore.open(folder, "live", lambda _, store_id: KeyringKey(store_id), system_clock())

    store = open_store()
    call = record_call(store)
    store.close()
    store = open_store()
    told["read_again"] = len(store.read_call(call, AGENT))
    store_id = store.description.store_id
    store.close()

    collection = secretstorage.get_default_collection(secretstorage.dbus_init())
    collection.lock()
    started = time.monotonic()
    try:
        open_store().close()
        told["locked"] = "opened"
    except AssistProblem as problem:
        told["locked"] = problem.code
    told["locked_seconds"] = round(time.monotonic() - started, 1)

    _start_keyring("--replace")
    keyring.delete_password("evenhand", store_id)
    try:
        open_store().close()
        told["missing"] = "opened"
    except AssistProblem as problem:
        told["missing"] = problem.code
    told["new_key"] = keyring.get_password("evenhand", store_id) is not None
    print(json.dumps(told))


if __name__ == "__main__":
    main()
