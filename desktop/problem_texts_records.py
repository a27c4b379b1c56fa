"""Problems of records and people as sentences in the user's language; see `desktop.problem_texts`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def records_sentences() -> dict[str, str]:
    """By code."""
    return {
        "note.imported": translate(
            "Problems",
            "This call came from another installation; write your note where it was taken.",
        ),
        "retention.no_state": translate(
            "Problems",
            "Call {call} goes on, was destroyed already, or is not one of yours.",
        ),
        "shred.no_certificate": translate(
            "Problems",
            "The proof can't be kept in {file} ({why}), so nothing was destroyed. Name a new file in a folder "
            "that exists.",
        ),
        "record.body_changed": translate(
            "Problems",
            "The content of entry {seq} was changed, so this call can't be shown. Run the check of the "
            "records, and restore a backup.",
        ),
        "record.busy": translate(
            "Problems",
            "Another program holds the record's database. Close it and try again.",
        ),
        "record.disk": translate(
            "Problems",
            "The disk refuses to keep the recording ({why}). Free some space or check the disk; what was "
            "kept so far is safe.",
        ),
        "record.disk_full": translate(
            "Problems",
            "The disk is full: the record can't be written. Free some space now.",
        ),
        "record.disk_refused": translate(
            "Problems",
            "The disk refused to read or write the record ({why}). Check the disk; do not trust it until "
            "then.",
        ),
        "record.key_gone": translate(
            "Problems",
            "The content of this call was destroyed as its retention rule says; its proof remains.",
        ),
        "record.no_call": translate(
            "Problems",
            "There is no single call {wanted} in {folder}. List the calls with: evenhand calls",
        ),
        "record.no_sound": translate(
            "Problems",
            "This call has no sound yet. Open it again when it has ended.",
        ),
        "record.none": translate(
            "Problems",
            "There are no recorded calls in {folder} yet. Play the demo with: evenhand demo",
        ),
        "record.note_unreadable": translate(
            "Problems",
            "A checkpoint file can't be read ({why}). Give the text file that was kept elsewhere.",
        ),
        "record.sound_unreadable": translate(
            "Problems",
            "The sound of call {call} can't be opened ({why}). Restore it from a backup; the record "
            "itself is kept.",
        ),
        "record.unknown_call": translate("Problems", "There is no call {call} here."),
        "store.affected_sqlite": translate(
            "Problems",
            "This installation's SQLite {version} can damage records (WAL-reset bug). Run the set-up "
            "again: it installs a version with the fix.",
        ),
        "store.description_damaged": translate(
            "Problems",
            "{path}, which describes the records, can't be read. Restore it from a backup; the records "
            "were not touched.",
        ),
        "store.exists": translate(
            "Problems",
            "{path} exists already; a record is never created over another one.",
        ),
        "store.in_use": translate(
            "Problems",
            "Another evenhand is using the records in {folder}. End it, or do this in its window.",
        ),
        "store.key_damaged": translate(
            "Problems",
            "The key file {path} is damaged, so the records can't be opened; nothing was changed. Restore"
            " it from a backup, or use the recovery key of your compliance team.",
        ),
        "store.key_missing": translate(
            "Problems",
            "The key of the records on this machine is missing, so they can't be opened; nothing was "
            "changed. Restore the keyring, or use the recovery key of your compliance team.",
        ),
        "store.key_unwritable": translate(
            "Problems",
            "The records' key can't be kept in {path} ({why}). Give yourself write access to the folder.",
        ),
        "store.keyring": translate(
            "Problems",
            "The system's keyring can't keep the records' key ({why}). Unlock it and try again, or set a "
            "passphrase in EVENHAND_PASSPHRASE.",
        ),
        "store.missing": translate(
            "Problems",
            "The record's database {path} is missing. Restore it from a backup.",
        ),
        "store.no_cipher": translate(
            "Problems",
            "The database driver of this installation can't encrypt. Run the set-up again.",
        ),
        "store.no_description": translate(
            "Problems",
            "{folder} holds records whose description store.json is missing. Restore it from a backup.",
        ),
        "store.no_passphrase": translate(
            "Problems",
            "The records on this machine are kept under a passphrase. Set {variable} and start again.",
        ),
        "store.not_encrypted": translate(
            "Problems",
            "{path} is not encrypted, so it is not this program's record. Move it away and restore a backup.",
        ),
        "store.other_kind": translate(
            "Problems",
            "{folder} holds a {found} store, not a {wanted} one. Choose another data folder.",
        ),
        "store.setting_refused": translate(
            "Problems",
            "The database refused the setting {name}; records would not be safe. Keep the data folder on "
            "a local disk.",
        ),
        "store.unlockable": translate(
            "Problems",
            "The folder {folder} can't be locked ({why}). Keep the records on a local disk.",
        ),
        "store.unwritable": translate(
            "Problems",
            "The records' folder {folder} can't be written ({why}). Give yourself write access to it, or "
            "set EVENHAND_DATA to another folder.",
        ),
        "store.wrong_key": translate(
            "Problems",
            "The key does not open {path}. Nothing was changed. Use the right passphrase or key, or the "
            "recovery file.",
        ),
        "store.wrong_passphrase": translate(
            "Problems",
            "The passphrase is wrong. Try again; nothing was changed.",
        ),
        "key.no_identity": translate(
            "Problems",
            "This is no age identity. It begins with AGE-SECRET-KEY-1; copy the whole line.",
        ),
        "key.no_recipient": translate(
            "Problems",
            "{text} is no age recipient. It begins with age1; copy the whole line.",
        ),
        "key.no_team_identity": translate(
            "Problems",
            "This machine does not have the team's key, so it can't open packages. Add it with: evenhand "
            "keys import",
        ),
        "key.not_for_you": translate(
            "Problems",
            "This was sealed for another key, or was changed. Ask for one made for your key.",
        ),
        "key.recovery_damaged": translate(
            "Problems",
            "{path} is no recovery file, or is damaged. Use another copy.",
        ),
        "key.recovery_unwritable": translate(
            "Problems",
            "The recovery file {path} can't be written ({why}). Choose another folder.",
        ),
        "key.rotation_waits": translate(
            "Problems",
            "The last change of keys is not finished. Close and open the records first.",
        ),
        "retention.no_rules": translate(
            "Problems",
            "There are no retention rules for {locale}. Choose another place, or add retention.yaml for it.",
        ),
        "hold.no_reason": translate("Problems", "Say why: the reason goes into the record."),
        "hold.same_person": translate("Problems", "{name} set this hold, so someone else must release it."),
        "hold.unknown": translate("Problems", "There is no such hold. List those that are on."),
        "shred.busy": translate(
            "Problems",
            "The key was removed but the database's log is in use, so it is not off the disk yet. It will"
            " be at the next start; close other programs that read the records.",
        ),
        "shred.gone": translate("Problems", "The content of this call was destroyed already."),
        "shred.held": translate(
            "Problems",
            "This call is under a legal hold ({reason}). It stays until the hold is released.",
        ),
        "shred.open": translate("Problems", "This call goes on or was not closed yet. End it first."),
        "shred.too_early": translate("Problems", "This call must be kept until {date} ({rules})."),
        "shred.waits": translate(
            "Problems",
            "This call must be kept: {rules} counts from something that has not happened yet.",
        ),
        "package.known": translate("Problems", "This call is here already; nothing was changed."),
        "package.no_recipient": translate(
            "Problems",
            "No team key is set, so nobody could open the package. Set it with: evenhand keys team RECIPIENT",
        ),
        "package.open": translate("Problems", "This call goes on. End it first."),
        "package.rejected": translate(
            "Problems",
            "This package was not imported: {why}. Ask the sender to make it anew; nothing was changed here.",
        ),
        "package.unknown_device": translate(
            "Problems",
            "This package comes from an installation that is not trusted here: {origin}, key "
            "{fingerprint}. Compare the key with its user by telephone, then trust it.",
        ),
        "package.unreachable": translate(
            "Problems",
            "{location} can't be used ({why}). Check the path and that the share is connected.",
        ),
    }


def people_sentences() -> dict[str, str]:
    """By code."""
    return {
        "people.exists": translate("Problems", "{name} is there already. Choose another name."),
        "people.first": translate("Problems", "Add a lead or a compliance person first; {name} can follow."),
        "people.last": translate(
            "Problems",
            "{name} is the last who can manage people. Add another one first.",
        ),
        "people.needs_people": translate(
            "Problems",
            "This needs two people who sign in. Add a lead and a compliance person first: evenhand people"
            " add",
        ),
        "people.no_name": translate("Problems", "Give a name."),
        "people.no_reviewer": translate(
            "Problems",
            "{name} is no reviewer here. List people: evenhand people",
        ),
        "people.not_allowed": translate(
            "Problems",
            "The role {role} may not do this ({right}). Ask your team's lead or compliance.",
        ),
        "people.not_managed": translate("Problems", "The role {role} may not change a {subject}."),
        "people.not_yours": translate(
            "Problems",
            "This call is not one of yours, {name}. Ask your team's lead to assign it to you.",
        ),
        "people.not_signed_in": translate(
            "Problems",
            "Without signing in the records stay closed. Open them again to sign in.",
        ),
        "people.short_password": translate(
            "Problems",
            "A password has at least {count} characters and is not the name. A sentence is good.",
        ),
        "people.sign_in": translate("Problems", "{name} has not signed in here. Sign in first."),
        "people.unknown": translate("Problems", "There is no {name} here. List them: evenhand people"),
        "people.wait": translate("Problems", "Too many wrong passwords. Try again in {seconds} s."),
        "people.wrong": translate("Problems", "Name or password is wrong. Try again."),
        "approval.decided": translate(
            "Problems",
            "This was decided already. Ask anew if it is still wanted.",
        ),
        "approval.missing": translate(
            "Problems",
            "This needs the agreement of two different people, which is not there or has lapsed. Ask for it.",
        ),
        "approval.no_reason": translate("Problems", "Say why: the reason goes into the record."),
        "approval.same_person": translate(
            "Problems",
            "{name} asked for this, so someone else must decide. That is the point of two people.",
        ),
        "approval.unknown": translate("Problems", "There is no such request. List those that wait."),
        "note.empty": translate("Problems", "Write something first."),
    }
