"""Codes of case data as texts for people."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from assist.contact.case import AttemptOutcome, DebtKind, LitigationStatus, Role

translate = QCoreApplication.translate


def money(amount: Decimal, currency: str) -> str:
    """An amount with its currency."""
    return f"{amount:,.2f} {currency}"


def role_text(role: Role) -> str:
    """What a person is to the debt."""
    return {
        Role.DEBTOR: translate("CaseTexts", "debtor"),
        Role.GUARANTOR: translate("CaseTexts", "guarantor"),
        Role.REPRESENTATIVE: translate("CaseTexts", "representative"),
        Role.CONTACT: translate("CaseTexts", "contact person"),
        Role.THIRD_PARTY: translate("CaseTexts", "third party"),
    }[role]


def attempt_text(outcome: AttemptOutcome) -> str:
    """What became of a call."""
    return {
        AttemptOutcome.NO_ANSWER: translate("CaseTexts", "no answer"),
        AttemptOutcome.BUSY: translate("CaseTexts", "busy"),
        AttemptOutcome.REFUSED: translate("CaseTexts", "rejected"),
        AttemptOutcome.INVALID_NUMBER: translate("CaseTexts", "number not in use"),
        AttemptOutcome.NOT_CONNECTED: translate("CaseTexts", "not connected"),
        AttemptOutcome.VOICEMAIL: translate("CaseTexts", "voicemail"),
        AttemptOutcome.CONNECTED: translate("CaseTexts", "someone answered"),
        AttemptOutcome.CONVERSATION: translate("CaseTexts", "talked"),
    }[outcome]


def litigation_text(status: LitigationStatus) -> str:
    """How far the legal procedure is: the agent may claim no more than this."""
    return {
        LitigationStatus.NONE: translate("CaseTexts", "No suit: don't speak of one."),
        LitigationStatus.CONSIDERED: translate(
            "CaseTexts", "A suit is considered, none is filed: say no more."
        ),
        LitigationStatus.FILED: translate("CaseTexts", "A suit is filed."),
        LitigationStatus.JUDGED: translate("CaseTexts", "There is a judgment."),
        LitigationStatus.ENFORCED: translate("CaseTexts", "The court is enforcing its judgment."),
    }[status]


def litigation_choice(status: LitigationStatus) -> str:
    """The status as a choice in a form."""
    return {
        LitigationStatus.NONE: translate("CaseTexts", "none"),
        LitigationStatus.CONSIDERED: translate("CaseTexts", "considered"),
        LitigationStatus.FILED: translate("CaseTexts", "filed"),
        LitigationStatus.JUDGED: translate("CaseTexts", "judgment"),
        LitigationStatus.ENFORCED: translate("CaseTexts", "enforcement"),
    }[status]


def kind_text(kind: DebtKind) -> str:
    """What the debt is."""
    return {
        DebtKind.CREDIT_CARD: translate("CaseTexts", "credit card"),
        DebtKind.CONSUMER_LOAN: translate("CaseTexts", "consumer loan"),
        DebtKind.AUTO_LOAN: translate("CaseTexts", "car loan"),
        DebtKind.MORTGAGE: translate("CaseTexts", "mortgage"),
        DebtKind.PURCHASED: translate("CaseTexts", "purchased debt"),
        DebtKind.TRADE: translate("CaseTexts", "trade debt"),
        DebtKind.PRIVATE: translate("CaseTexts", "private debt"),
        DebtKind.OTHER: translate("CaseTexts", "other"),
    }[kind]


def column_problem_text(code: str) -> str:
    """Why a cell of an imported table can't be used."""
    return {
        "missing": translate("CaseTexts", "is missing"),
        "money": translate("CaseTexts", "is not an amount"),
        "date": translate("CaseTexts", "is not a date"),
        "rate": translate("CaseTexts", "is not a rate"),
        "phone": translate("CaseTexts", "is not a phone number"),
        "zone": translate("CaseTexts", "is not a time zone"),
        "kind": translate("CaseTexts", "is not a known kind of debt"),
        "litigation": translate("CaseTexts", "is not a known legal status"),
        "duplicate": translate("CaseTexts", "is there twice"),
        "nothing_owed": translate("CaseTexts", "says that nothing is owed"),
    }.get(code, code)
