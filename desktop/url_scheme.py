"""`evenhand://call?case=ID`: how a CRM starts a call. `python -m desktop.url_scheme URL` is what the system runs.

A URL may come from anywhere: it can only name a case, and only one that this machine knows is opened.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from assist.problems import AssistProblem

SCHEME = "evenhand"
_CASE_ID = re.compile(r"[\w.\-/ ]{1,64}")
DESKTOP_FILE = "evenhand-call.desktop"


def case_of_url(url: str) -> str:
    """The case that a URL names; AssistProblem for anything else."""
    parts = urlsplit(url.strip())
    wanted = parse_qs(parts.query).get("case", [])
    right = parts.scheme.lower() == SCHEME and parts.netloc.lower() == "call" and len(wanted) == 1
    if not right or not _CASE_ID.fullmatch(wanted[0]):
        raise AssistProblem(
            "url.unknown", "This address can't be opened. Write it like evenhand://call?case=ID."
        )
    return wanted[0]


def handler_command() -> list[str]:
    """The command that the system runs for a URL, which follows as the last argument."""
    return [sys.executable, "-m", "desktop.url_scheme"]


def register(home: Path | None = None) -> bool:
    """Make this installation the one that opens evenhand URLs, for this user. Waits for the disk.

    False where it takes an application bundle (macOS): evenhand has none there.
    """
    if sys.platform == "win32":
        _register_windows()
        return True
    if sys.platform == "darwin":
        return False
    _register_linux(home or Path.home())
    return True


def desktop_entry() -> str:
    """The freedesktop.org entry that names the command."""
    command = " ".join(f'"{part}"' for part in handler_command())
    return (
        "[Desktop Entry]\nType=Application\nName=evenhand\nNoDisplay=true\nTerminal=false\n"
        f"Exec={command} %u\nMimeType=x-scheme-handler/{SCHEME};\n"
    )


def _register_linux(home: Path) -> None:
    folder = home / ".local" / "share" / "applications"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DESKTOP_FILE).write_text(desktop_entry(), "utf-8")
    except OSError as error:
        raise AssistProblem(
            "url.unwritable",
            "The address can't be registered: {folder} can't be written ({why}).",
            folder=str(folder),
            why=error.strerror or type(error).__name__,
        ) from error
    program = shutil.which("xdg-mime")
    if program is not None:
        subprocess.run(  # a fixed command; the entry works without it on most desktops
            [program, "default", DESKTOP_FILE, f"x-scheme-handler/{SCHEME}"],
            check=False,
            capture_output=True,
            timeout=10,
        )


def _register_windows() -> None:
    import winreg

    command = " ".join(f'"{part}"' for part in [*handler_command(), "%1"])
    key = rf"Software\Classes\{SCHEME}"
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as root:  # type: ignore[attr-defined]
        winreg.SetValueEx(root, "", 0, winreg.REG_SZ, "URL:evenhand")  # type: ignore[attr-defined]
        winreg.SetValueEx(root, "URL Protocol", 0, winreg.REG_SZ, "")  # type: ignore[attr-defined]
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key + r"\shell\open\command") as run:  # type: ignore[attr-defined]
        winreg.SetValueEx(run, "", 0, winreg.REG_SZ, command)  # type: ignore[attr-defined]


def main() -> int:
    """Open the case of the URL given on the command line."""
    from desktop.app import run_live_window

    try:
        case_id = case_of_url(sys.argv[1] if len(sys.argv) > 1 else "")
    except AssistProblem as problem:
        sys.stderr.write(f"evenhand: {problem}\n")
        return 2
    return run_live_window(case_id)


if __name__ == "__main__":
    sys.exit(main())
