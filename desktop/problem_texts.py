"""The world's problems as sentences in the user's language: a code with parameters in, what to do out.

A code that is not here is told by the problem's own English sentence. The tables are built anew at each call,
because the language may have changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from assist.problems import AssistProblem
from desktop.problem_texts_evidence import evidence_sentences
from desktop.problem_texts_records import people_sentences, records_sentences
from speech.problems import SpeechProblem

translate = QCoreApplication.translate


def problem_text(problem: AssistProblem | SpeechProblem) -> str:
    """A problem in one sentence that says what to do."""
    return sentence(problem.code, problem.params) or str(problem)


def sentence(code: str, params: Mapping[str, str]) -> str:
    """The sentence for a code; empty where there is none or its parameters do not fit."""
    room = code.partition(".")[0]
    form = _TABLES[room]().get(code, "") if room in _TABLES else ""
    try:
        return form.format_map(params)
    except (KeyError, IndexError, ValueError):
        return ""


def _calls() -> dict[str, str]:
    return {
        "call.gate_closed": translate(
            "Problems",
            "This call may not be placed now: {rules}. Open the case to see why, or give a reason to "
            "override it.",
        ),
        "call.other_language": translate(
            "Problems",
            "The rules of {locale} are for calls in {rules}, not in {language}. Choose another place or "
            "language.",
        ),
        "call.same_device": translate(
            "Problems",
            "Agent and customer would both be heard through {device}. Choose two devices: evenhand "
            "devices list",
        ),
        "case.import_file": translate(
            "Problems",
            "{file} can't be imported: {why}. Save the table as XLSX or as CSV with headings in the first"
            " row.",
        ),
        "case.unknown": translate(
            "Problems",
            "There is no case {case}. Import it first, or check the number.",
        ),
        "case.unreadable": translate(
            "Problems",
            "A case's data can't be read ({why}). Import the case again.",
        ),
        "contact.no_rules": translate(
            "Problems",
            "There are no contact rules for {locale}. Choose another place, or add contact.yaml for it.",
        ),
        "gate.override_nobody": translate("Problems", "Sign in before you override a contact rule."),
        "gate.override_reason": translate(
            "Problems",
            "Say in a few words why this call may be made in spite of the rule; it goes into the record.",
        ),
        "phone.unreadable": translate(
            "Problems",
            "{text} is not a phone number in {region}. Write it with its country code, such as +86 138 "
            "1234 5678.",
        ),
        "plan.down_payment": translate(
            "Problems",
            "The first payment must be less than the {owed} that is owed.",
        ),
        "plan.down_payment_due": translate("Problems", "Say on which day the first payment is due."),
        "plan.months": translate("Problems", "A plan may have 1 to {months} instalments ({source})."),
        "plan.no_texts": translate(
            "Problems",
            "There are no plan texts for {locale}. Choose another place, or add plan.yaml for it.",
        ),
        "plan.nothing_owed": translate("Problems", "Nothing is owed, so there is nothing to plan."),
        "plan.too_long": translate(
            "Problems",
            "With {monthly} a month this would take more than {months} months. At least {needed} a month "
            "is needed, or a larger first payment.",
        ),
        "plan.too_small": translate(
            "Problems",
            "Instalments of {amount} are below the least of {least}. Choose fewer months.",
        ),
        "wrap_up.no_texts": translate(
            "Problems",
            "There are no wrap-up texts for {locale}. Choose another place, or add wrap_up.yaml for it.",
        ),
        "pack.invalid": translate("Problems", "{file}:{line}: {reason}. {instead}"),
    }


def _sound() -> dict[str, str]:
    return {
        "data.unwritable": translate(
            "Problems",
            "The data folder {folder} can't be written ({why}). Give yourself write access to it, or set "
            "{variable} to another folder.",
        ),
        "device.ambiguous": translate(
            "Problems",
            "More than one device is named {wanted}: {known}. Choose one in the settings.",
        ),
        "device.no_microphone": translate(
            "Problems",
            "No microphone was found. Connect the headset, check it in the system's sound settings, then "
            "try again.",
        ),
        "device.no_output": translate(
            "Problems",
            "Nothing can be played ({why}). Connect the headset or speakers and check the sound settings.",
        ),
        "device.no_playback": translate(
            "Problems",
            "No playback device that can be heard was found. Connect the headset, check it in the "
            "system's sound settings, then try again.",
        ),
        "device.output_lost": translate(
            "Problems",
            "Playback stopped: the output device has gone ({why}). Connect it and play again.",
        ),
        "device.unknown": translate(
            "Problems",
            "There is no single device named {wanted}. Known devices: {known}. Choose one in the settings.",
        ),
        "device.unknown_backend": translate(
            "Problems",
            "The device {device} belongs to another system. Choose devices again: evenhand devices list",
        ),
        "device.unopenable": translate(
            "Problems",
            "The device {device} can't be listened to ({why}). Check that it is connected and that no "
            "other program holds it alone, then choose it again in the settings.",
        ),
        "file.broken": translate(
            "Problems",
            "{file} can't be read further after {seconds} s ({why}); what came before is kept.",
        ),
        "file.channels": translate(
            "Problems",
            "{file} has {channels} channels. Use a stereo file (agent left, customer right) or a mono one.",
        ),
        "file.empty": translate(
            "Problems",
            "The sound file {file} is empty (0 bytes). Record or copy it again.",
        ),
        "file.missing": translate(
            "Problems",
            "The sound file {file} can't be opened ({why}). Check the name and your access to it.",
        ),
        "file.silent": translate("Problems", "{file} holds no sound at all. Record or copy it again."),
        "file.truncated": translate(
            "Problems",
            "{file} is cut off: its header promises {promised} bytes of sound and {present} are there. "
            "Copy it again, or add --accept-truncated to use what is there.",
        ),
        "file.unreadable": translate(
            "Problems",
            "{file} is not a sound file that can be read. Use wav, flac, ogg or mp3.",
        ),
        "model.broken": translate(
            "Problems",
            "The speech model {name} is broken: {file}: {why}. Fetch it again with: evenhand models get "
            "{name}",
        ),
        "model.missing": translate(
            "Problems",
            "The speech model {name} is not installed. Get it with: evenhand models get {name}",
        ),
        "model.none": translate(
            "Problems",
            "No speech model is installed. Get one with: evenhand models get small-cn-0.22",
        ),
        "model.unknown": translate("Problems", "There is no speech model named {name}. Known ones: {known}."),
        "model.unreachable": translate(
            "Problems",
            "The speech model {name} could not be fetched. Check the network or proxy, then try again. "
            "{reasons}",
        ),
        "model.unwritable": translate(
            "Problems",
            "The model folder {folder} can't be written ({why}). Give yourself write access to it, or set"
            " EVENHAND_DATA to another folder.",
        ),
        "playback.damaged": translate(
            "Problems",
            "This call's sound can't be read ({why}). Check the record with: evenhand verify",
        ),
        "playback.foreign": translate("Problems", "This recording is not in the form that evenhand writes."),
        "recognizer.unavailable": translate(
            "Problems",
            "Speech recognition could not start ({why}). Check the model with: evenhand models verify",
        ),
    }


_TABLES = {
    "anchor": evidence_sentences,
    "bundle": evidence_sentences,
    "export": evidence_sentences,
    "call": _calls,
    "case": _calls,
    "contact": _calls,
    "gate": _calls,
    "phone": _calls,
    "plan": _calls,
    "wrap_up": _calls,
    "pack": _calls,
    "data": _sound,
    "device": _sound,
    "file": _sound,
    "model": _sound,
    "playback": _sound,
    "recognizer": _sound,
    "record": records_sentences,
    "store": records_sentences,
    "key": records_sentences,
    "retention": records_sentences,
    "hold": records_sentences,
    "shred": records_sentences,
    "package": records_sentences,
    "people": people_sentences,
    "approval": people_sentences,
    "note": people_sentences,
}
