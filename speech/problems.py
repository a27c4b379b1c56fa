"""Problems of the world in `speech` (no device, broken model, unreadable file) as against bugs of ours.

`code` picks the translated sentence in `desktop`; `str()` gives the English one for logs and commands.
"""

from __future__ import annotations


class SpeechProblem(Exception):
    """The world is not as it must be; carries a code, an English sentence and its parameters."""

    def __init__(self, code: str, sentence: str, **params: str) -> None:
        super().__init__(sentence.format(**params) if params else sentence)
        self.code = code
        self.params = params
