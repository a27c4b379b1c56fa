"""Updates and compiles the translations: `python -m tools.translations` (or `--check` to change nothing).

Reads every source under `desktop/`, updates `desktop/translations/evenhand_<language>.ts` with Qt's own lupdate and
compiles each to the `.qm` that the app loads. English texts are the sources; the English file holds plural forms only.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "desktop" / "translations"
LANGUAGES = ("zh_CN", "zh_TW", "en")


def sources() -> list[Path]:
    """Every source file whose texts are translated."""
    return sorted(path for path in (ROOT / "desktop").rglob("*.py") if "__pycache__" not in path.parts)


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """The translation's editable form."""
    return folder / f"evenhand_{language}.ts"


def tool(name: str) -> str:
    """One of PySide6's Linguist tools, beside this Python."""
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}")
    if found is None:
        raise SystemExit(f"pyside6-{name} is not installed. Run: python3 bootstrap.py setup")
    return found


def update(language: str, folder: Path = FOLDER) -> None:
    """Bring the texts of a language up to date; what is no longer used goes."""
    target = ts_file(language, folder)
    command = [tool("lupdate"), "-no-obsolete", "-locations", "none", "-source-language", "en"]
    command += ["-target-language", language, *map(str, sources()), "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def compile_language(language: str, target: Path, folder: Path = FOLDER) -> None:
    """Compile a language to `target`."""
    command = [
        tool("lrelease"),
        "-silent",
        "-removeidentical",
        str(ts_file(language, folder)),
        "-qm",
        str(target),
    ]
    subprocess.run(command, check=True, capture_output=True)


def messages(language: str, folder: Path = FOLDER) -> list[tuple[str, str, str, bool]]:
    """Context, source, translation and whether it is finished, for each text."""
    found = []
    tree = ET.parse(ts_file(language, folder))  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            finished = translation.get("type") not in {"unfinished", "obsolete", "vanished"}
            found.append((name, message.findtext("source", ""), translation.text or "", finished))
    return found


def main() -> int:
    """Update and compile, or only say what is missing."""
    parser = argparse.ArgumentParser(description="Update and compile the translations of the window.")
    parser.add_argument("--check", action="store_true", help="change nothing; say what is not translated")
    check = parser.parse_args().check
    missing = 0
    for language in LANGUAGES:
        if not check:
            update(language)
            compile_language(language, FOLDER / f"evenhand_{language}.qm")
        open_texts = [one for one in messages(language) if language != "en" and not (one[3] and one[2])]
        missing += len(open_texts)
        print(f"{language}: {len(messages(language))} texts, {len(open_texts)} not translated")
        for context, source, _, _ in open_texts:
            print(f"  {context}: {source}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
