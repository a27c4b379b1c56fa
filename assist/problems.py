"""Problems of the world (disk full, key missing, bad file) as against bugs of ours.

A problem is told to the user in one sentence with what to do, and the program goes on; anything else
is a bug and goes to the crash report. Below `desktop` a text is a code with parameters: `code` picks the
translated sentence there; `str()` gives the English one for logs and commands.
"""

from __future__ import annotations


class AssistProblem(Exception):
    """The world is not as it must be; carries a code, an English sentence and its parameters."""

    def __init__(self, code: str, sentence: str, **params: str) -> None:
        super().__init__(sentence.format(**params) if params else sentence)
        self.code = code
        self.params = params


class PackProblem(AssistProblem):
    """A pack file (rules or playbook) can't be used: which file, which line, what to write instead."""

    def __init__(self, file: str, line: int, reason: str, instead: str) -> None:
        super().__init__(
            "pack.invalid",
            "{file}:{line}: {reason}. {instead}",
            file=file,
            line=str(line),
            reason=reason.rstrip("."),
            instead=instead,
        )
        self.file = file
        self.line = line
