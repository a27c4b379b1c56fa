"""Techniques, states of mind, kinds of facts: codes of the playbook as words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assist.playbook.changes import FactKind, MindState, Technique

translate = QCoreApplication.translate


def technique_text(technique: Technique) -> str:
    """A conversational technique's name."""
    return {
        Technique.BUILD_TRUST: translate("Suggestions", "Build trust"),
        Technique.EMPATHY: translate("Suggestions", "Empathy"),
        Technique.CLEAR_PURPOSE: translate("Suggestions", "Clear purpose"),
        Technique.ADAPT_WORDING: translate("Suggestions", "Match their words"),
        Technique.COMMITMENT: translate("Suggestions", "Commitment"),
        Technique.DISSONANCE: translate("Suggestions", "Own words, own deeds"),
        Technique.SOCIAL_NORM: translate("Suggestions", "What others do"),
        Technique.SOLUTION_FIRST: translate("Suggestions", "Solution first"),
        Technique.INFORM: translate("Suggestions", "Inform"),
    }[technique]


def mind_text(mind: MindState) -> str:
    """The debtor's state of mind as heard."""
    return {
        MindState.UNKNOWN: "",
        MindState.AVOIDING: translate("Suggestions", "avoiding"),
        MindState.RESISTING: translate("Suggestions", "resisting"),
        MindState.ANXIOUS: translate("Suggestions", "anxious"),
        MindState.WILLING: translate("Suggestions", "willing"),
    }[mind]


def fact_text(kind: FactKind) -> str:
    """What a caught fact is."""
    return {
        FactKind.PROMISE: translate("Suggestions", "Promise"),
        FactKind.AMOUNT: translate("Suggestions", "Amount"),
        FactKind.DATE: translate("Suggestions", "Date"),
        FactKind.PARTY: translate("Suggestions", "Who speaks"),
    }[kind]
