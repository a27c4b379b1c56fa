"""Where evenhand keeps its things on this machine: the user's data folder, or `EVENHAND_DATA`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from assist.problems import AssistProblem

DATA_VARIABLE = "EVENHAND_DATA"


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The folders of one installation."""

    root: Path

    @property
    def models(self) -> Path:
        """Speech models."""
        return self.root / "models"

    @property
    def store(self) -> Path:
        """The record of real calls."""
        return self.root / "store"

    @property
    def demo_store(self) -> Path:
        """The record of demo calls; it says that it is one."""
        return self.root / "demo-store"

    @property
    def packs(self) -> Path:
        """Packs of the team that stand beside the shipped ones."""
        return self.root / "packs"

    @property
    def cases(self) -> Path:
        """Imported case data."""
        return self.root / "cases"

    @property
    def reports(self) -> Path:
        """Crash reports."""
        return self.root / "reports"

    def ensure(self, folder: Path) -> Path:
        """Make `folder`; a folder that can't be written is told in one sentence."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".write-test"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise AssistProblem(
                "data.unwritable",
                "The data folder {folder} can't be written ({why}). Give yourself write access to it, or set "
                "{variable} to another folder.",
                folder=str(folder),
                why=error.strerror or type(error).__name__,
                variable=DATA_VARIABLE,
            ) from error
        return folder


def data_paths(root: Path | None = None) -> DataPaths:
    """The paths below `root`, else below `EVENHAND_DATA`, else below the user's data folder."""
    if root is None:
        named = os.environ.get(DATA_VARIABLE, "")
        root = Path(named) if named else Path(platformdirs.user_data_dir("evenhand", appauthor=False))
    return DataPaths(root)
