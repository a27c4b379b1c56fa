"""The gate's answers as sentences for an agent: what the rule says here, not the rule's own text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from assist.contact.gate import Answer
from assist.contact.rules import Verdict

translate = QCoreApplication.translate


def verdict_text(verdict: Verdict) -> str:
    """A verdict with its shape: told apart without colour."""
    return {
        Verdict.ALLOW: translate("GateTexts", "✓ You may call"),
        Verdict.WARN: translate("GateTexts", "▲ Call with care"),
        Verdict.BLOCK: translate("GateTexts", "■ Do not call now"),
    }[verdict]


def answer_text(answer: Answer) -> str:
    """What one rule says about this call."""
    template = _templates().get(answer.code)
    params = {name: value or "–" for name, value in answer.params}
    if answer.code.startswith("gate.count"):
        params["counted"] = _counted(params["counted"])
        params["span"] = _span(int(params["days"]))
    return answer.title or answer.code if template is None else template.format(**params)


def source_text(answer: Answer) -> str:
    """Where the rule comes from; a rule of the house says that it is one."""
    source = f"{answer.source.instrument} {answer.source.article}".strip()
    if answer.house:
        return translate("GateTexts", "Rule of your own house. {source}").format(source=source).strip()
    return source


def _span(days: int) -> str:
    if days <= 1:
        return translate("GateTexts", "today")
    return translate("GateTexts", "in {days} days").format(days=days)


def _counted(code: str) -> str:
    return {
        "attempts": translate("GateTexts", "calls placed"),
        "unanswered": translate("GateTexts", "unanswered calls"),
        "connected": translate("GateTexts", "connected calls"),
        "conversations": translate("GateTexts", "conversations"),
    }.get(code, code)


def _templates() -> dict[str, str]:
    return {**_time_and_counts(), **_standing(), **_others()}


def _time_and_counts() -> dict[str, str]:
    return {
        "gate.zone.unknown": translate(
            "GateTexts",
            "Where the person is isn't known; the hours of {zone} were taken. Ask before you go on.",
        ),
        "gate.window.open": translate(
            "GateTexts", "It is {local} there; calls are allowed from {from} to {until}."
        ),
        "gate.window.consented": translate(
            "GateTexts", "It is {local} there, outside {from}–{until}, but the person agreed: “{words}”."
        ),
        "gate.window.closed": translate(
            "GateTexts", "It is {local} there ({zone}); calls are allowed from {from} to {until} only."
        ),
        "gate.window.closed_somewhere": translate(
            "GateTexts",
            "In one place where the person may be it is {local} ({zone}); allowed is {from} to {until}.",
        ),
        "gate.holiday": translate("GateTexts", "Today is a public holiday there: {name}."),
        "gate.weekend": translate("GateTexts", "Today is no working day there."),
        "gate.count.within": translate("GateTexts", "{count} of at most {limit} {counted} {span}."),
        "gate.count.near": translate(
            "GateTexts", "{count} of at most {limit} {counted} {span}: close to the limit."
        ),
        "gate.count.reached": translate(
            "GateTexts", "{count} {counted} {span}; the limit of {limit} is reached."
        ),
        "gate.cooldown": translate("GateTexts", "You talked on {talked}; no call for {days} days from then."),
    }


def _standing() -> dict[str, str]:
    return {
        "gate.stop.all": translate(
            "GateTexts", "Since {since} the person wants no contact at all: “{words}”."
        ),
        "gate.stop.calls": translate("GateTexts", "Since {since} the person wants no calls: “{words}”."),
        "gate.stop.number": translate("GateTexts", "Since {since} the person wants no calls on this number."),
        "gate.stop.workplace": translate("GateTexts", "Since {since} the person wants no calls at work."),
        "gate.stop.hours": translate("GateTexts", "Since {since} the person wants no calls at this hour."),
        "gate.dispute": translate(
            "GateTexts", "The debt has been disputed since {since} ({reason}); it is to be verified first."
        ),
        "gate.plan": translate(
            "GateTexts",
            "A plan was agreed on {since} and is kept; collection rests. Next payment: {next_due}.",
        ),
        "gate.represented": translate(
            "GateTexts", "A lawyer or adviser speaks for the person; talk to them."
        ),
        "gate.notice": translate(
            "GateTexts", "The person has not been told yet that you were asked to collect."
        ),
        "gate.bankruptcy": translate("GateTexts", "The person has been bankrupt since {since}."),
        "gate.moratorium": translate(
            "GateTexts", "A breathing space runs until {until}: no contact about the debt."
        ),
        "gate.advice_hold": translate("GateTexts", "Held until {until} while the person takes debt advice."),
        "gate.time_barred": translate(
            "GateTexts", "The debt may be time-barred: no word of a suit, and no pressure to acknowledge it."
        ),
    }


def _others() -> dict[str, str]:
    return {
        "gate.deceased": translate("GateTexts", "The person has died."),
        "gate.capacity": translate(
            "GateTexts", "The person can't deal with this on their own; collection rests."
        ),
        "gate.vulnerable": translate("GateTexts", "Care is due: {why}."),
        "gate.number.unknown": translate(
            "GateTexts", "This number is not one of the person's known numbers."
        ),
        "gate.number.invalid": translate("GateTexts", "This number is known to be wrong or out of service."),
        "gate.unreachable.not_shown": translate(
            "GateTexts",
            "The debtor can still be reached: others may be asked only after {dials} failed calls or {days} days.",
        ),
        "gate.unreachable.deceased": translate(
            "GateTexts", "The debtor has died, so this person may be asked."
        ),
        "gate.unreachable.capacity": translate(
            "GateTexts", "The debtor can't deal with it, so this person may be asked."
        ),
        "gate.unreachable.number": translate(
            "GateTexts", "The debtor's numbers are invalid, so this person may be asked."
        ),
        "gate.unreachable.dials": translate(
            "GateTexts", "The debtor did not answer often enough to ask this person."
        ),
        "gate.unreachable.days": translate(
            "GateTexts", "The debtor did not answer for days, so this person may be asked."
        ),
        "gate.third_party.never": translate(
            "GateTexts", "This person owes nothing and may not be called about the debt."
        ),
        "gate.third_party.within": translate(
            "GateTexts", "{count} of at most {limit} calls to this person. No word of the debt."
        ),
        "gate.third_party.reached": translate(
            "GateTexts", "This person was reached {count} times; more than {limit} are not allowed."
        ),
    }
