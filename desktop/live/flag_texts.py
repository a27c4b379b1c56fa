"""What the live window says about flags: severities, kinds and states in words, legal basis, one-line forms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assist.rules.flags import Flag, FlagKind, FlagState, Severity
from desktop.live.spoken_text import ToScript, spoken

translate = QCoreApplication.translate


def severity_word(severity: Severity) -> str:
    """A severity in one word."""
    return {
        Severity.STOP: translate("Flags", "Stop"),
        Severity.WARN: translate("Flags", "Careful"),
        Severity.COACH: translate("Flags", "Tip"),
    }[severity]


def state_word(flag: Flag) -> str:
    """How sure a flag is."""
    return {
        FlagState.PROVISIONAL: translate("Flags", "just heard"),
        FlagState.CONFIRMED: translate("Flags", "confirmed"),
        FlagState.UNCONFIRMED: translate("Flags", "not confirmed"),
        FlagState.DISMISSED: translate("Flags", "dismissed"),
    }[flag.state]


def what_happened(flag: Flag, to_script: ToScript = str) -> str:
    """The words in quotation marks, or what was left unsaid."""
    words = spoken(flag.words, to_script)
    if flag.kind is FlagKind.OMISSION:
        return translate("Flags", "Not said yet: {title}").format(title=flag.title)
    if not words:
        return flag.title
    if flag.kind is FlagKind.TRIGGER:
        return translate("Flags", "Customer: “{words}”").format(words=words)
    return translate("Flags", "“{words}”").format(words=words)


def basis_text(flag: Flag) -> str:
    """The legal basis in one line; a rule of the house says that it is one."""
    parts = []
    for basis in flag.basis:
        named = f"{basis.instrument} {basis.article}".strip()
        if basis.certainty in {"C", "X", "H"}:
            named = translate("Flags", "House rule: {rule}").format(rule=named)
        parts.append(named)
    return "; ".join(parts)


def flag_tool_tip(flag: Flag) -> str:
    """Everything about a flag, in lines."""
    lines = [f"{severity_word(flag.severity)} · {flag.title} · {state_word(flag)}"]
    if flag.say_instead:
        lines.append(translate("Flags", "Say instead: {words}").format(words=flag.say_instead))
    basis = basis_text(flag)
    if basis:
        lines.append(translate("Flags", "Basis: {basis}").format(basis=basis))
    return "\n".join(lines)
