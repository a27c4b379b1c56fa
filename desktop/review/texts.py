"""Codes of the record as texts for people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assist.playbook.summary import Outcome
from assist.rules.flags import Severity

translate = QCoreApplication.translate


def severity_text(severity: Severity) -> str:
    """A severity with its shape: told apart without colour."""
    return {
        Severity.STOP: translate("RecordTexts", "■ Stop"),
        Severity.WARN: translate("RecordTexts", "▲ Caution"),
        Severity.COACH: translate("RecordTexts", "● Coach"),
    }[severity]


def outcome_text(code: str) -> str:
    """An outcome's code as people say it; unknown codes as they are."""
    known = {
        Outcome.PLAN_AGREED: translate("RecordTexts", "Plan agreed"),
        Outcome.PROMISE: translate("RecordTexts", "Promise to pay"),
        Outcome.HARDSHIP: translate("RecordTexts", "Hardship"),
        Outcome.NO_CONVERSATION: translate("RecordTexts", "Not reached"),
        Outcome.REFUSED: translate("RecordTexts", "Refused"),
        Outcome.NO_AGREEMENT: translate("RecordTexts", "No agreement"),
        Outcome.DISPUTED: translate("RecordTexts", "Disputed"),
        Outcome.STOP_REQUESTED: translate("RecordTexts", "Asked to stop"),
        Outcome.THIRD_PARTY: translate("RecordTexts", "Third party answered"),
        Outcome.REPRESENTED: translate("RecordTexts", "Represented"),
        Outcome.DECEASED: translate("RecordTexts", "Debtor has died"),
        Outcome.AT_RISK: translate("RecordTexts", "At risk – handed over"),
        "interrupted": translate("RecordTexts", "Interrupted"),
        "": "–",
    }
    return known.get(code, code)


def state_text(code: str) -> str:
    """The state of a call's record."""
    known = {
        "open": translate("RecordTexts", "Running"),
        "closed": translate("RecordTexts", "Closed"),
        "interrupted": translate("RecordTexts", "Interrupted, recovered"),
        "shredded": translate("RecordTexts", "Deleted, proof kept"),
    }
    return known.get(code, code)


def flag_state_text(code: str) -> str:
    """Where a flag stands."""
    known = {
        "provisional": translate("RecordTexts", "provisional"),
        "confirmed": translate("RecordTexts", "confirmed"),
        "unconfirmed": translate("RecordTexts", "unconfirmed"),
        "dismissed": translate("RecordTexts", "dismissed"),
    }
    return known.get(code, code)


def flag_kind_text(code: str) -> str:
    """What a flag is about."""
    known = {
        "violation": translate("RecordTexts", "Violation"),
        "omission": translate("RecordTexts", "Not said"),
        "trigger": translate("RecordTexts", "Customer said"),
        "possible": translate("RecordTexts", "Possible"),
        "mention": translate("RecordTexts", "Mention only"),
        "metadata": translate("RecordTexts", "Call data"),
    }
    return known.get(code, code)


def approval_kind_text(code: str) -> str:
    """What takes two people."""
    known = {
        "full_export": translate("RecordTexts", "Full export"),
        "deletion": translate("RecordTexts", "Deletion"),
    }
    return known.get(code, code)


def approval_state_text(code: str) -> str:
    """Where a request stands."""
    known = {
        "asked": translate("RecordTexts", "waits"),
        "approved": translate("RecordTexts", "approved"),
        "refused": translate("RecordTexts", "refused"),
        "used": translate("RecordTexts", "used"),
    }
    return known.get(code, code)


def mark_text(code: str) -> str:
    """Something that happened at a place of the call."""
    known = {
        "stage": translate("RecordTexts", "Stage"),
        "used": translate("RecordTexts", "Card used"),
        "gap": translate("RecordTexts", "Sound missing"),
        "paused": translate("RecordTexts", "Paused"),
        "resumed": translate("RecordTexts", "Resumed"),
        "moment": translate("RecordTexts", "Marked by the agent"),
        "promise": translate("RecordTexts", "Promise"),
        "warning": translate("RecordTexts", "Warning"),
        "restarted": translate("RecordTexts", "Recogniser restarted"),
        "gate_override": translate("RecordTexts", "Contact rule overridden"),
    }
    return known.get(code, code)
