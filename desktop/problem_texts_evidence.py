"""Problems of evidence that leaves the machine (bundles, anchors) as sentences; see `desktop.problem_texts`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def evidence_sentences() -> dict[str, str]:
    """By code."""
    return {
        "anchor.address": translate(
            "Problems",
            "{url} is no address of a time-stamping service. Give one with https://",
        ),
        "anchor.changed": translate(
            "Problems",
            "The kept checkpoint {name} in {place} is not this device's ({why}). Keep it and tell "
            "compliance.",
        ),
        "anchor.no_root": translate(
            "Problems",
            "The time-stamping service's root certificate {file} can't be read ({why}). Choose the "
            "PEM file that the service publishes.",
        ),
        "anchor.no_timestamp": translate(
            "Problems",
            "The time-stamping service gave no good answer ({why}). Checkpoints wait here and are "
            "sent again; check its address and its root certificate.",
        ),
        "anchor.not_an_extension": translate(
            "Problems",
            "The ledger {origin} does not extend what was cosigned before ({before} entries; now "
            "{now}). It may have been rolled back or rewritten: keep both checkpoints and tell "
            "compliance.",
        ),
        "anchor.not_signed": translate(
            "Problems",
            "This checkpoint is not the device's ({why}), so it is not cosigned. Ask for the file again.",
        ),
        "anchor.rolled_back": translate(
            "Problems",
            "The records went backwards or were rewritten: {signed} entries were signed and kept in "
            "{place}, and the {now} here do not contain them. Stop, keep this machine as it is, and "
            "tell compliance.",
        ),
        "anchor.unreachable": translate(
            "Problems",
            "{place} can't be used for keeping checkpoints ({why}). Check the path and that the share"
            " is connected; recording goes on.",
        ),
        "bundle.none": translate(
            "Problems",
            "{folder} is no evidence bundle. Give the folder that holds bagit.txt.",
        ),
        "export.exists": translate(
            "Problems",
            "{folder} is there already. Choose another folder, or move the old bundle away.",
        ),
    }
