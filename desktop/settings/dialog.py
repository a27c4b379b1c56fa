"""The settings: language, look, who is speaking, devices, global hotkeys, how calls start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.hotkeys.actions import HotkeyAction, action_text
from desktop.hotkeys.backend import HotkeyStart
from desktop.hotkeys.texts import limit_text
from desktop.settings.places import place_names
from desktop.settings.preferences import Preferences
from desktop.theme.theme import ThemeChoice, set_role
from speech.devices import AudioDevice, DeviceKind

LANGUAGE_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""Each in its own language, so that it is found whatever language is in force."""


class SettingsDialog(QDialog):
    """Signals: `chosen` with the new `Preferences`; `url_wanted` to register evenhand:// addresses;
    `check_wanted` for the sound check.

    Made anew each time it is opened.
    """

    chosen = Signal(object)
    url_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, preferences: Preferences, hotkeys: HotkeyStart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = preferences
        self.setWindowTitle(self.tr("Settings"))
        self.tabs = QTabWidget(self)
        self.language = QComboBox(self)
        self.theme = QComboBox(self)
        self.agent = QLineEdit(preferences.agent, self)
        self.company = QLineEdit(preferences.company, self)
        self.anchor = QLineEdit(preferences.anchor_folder, self)
        self.timestamps = QLineEdit(preferences.timestamp_service, self)
        self.timestamp_root = QLineEdit(preferences.timestamp_root, self)
        self.place = QComboBox(self)
        self.microphone = QComboBox(self)
        self.playback = QComboBox(self)
        self.devices_note = QLabel(self)
        self.hotkeys_on = QCheckBox(self.tr("Keys that work while another program is in front"), self)
        self.keys = {action: QKeySequenceEdit(self) for action in HotkeyAction}
        self.offer = QCheckBox(self.tr("Offer to start when both sides begin to speak"), self)
        self.url_button = QPushButton(self.tr("Let the CRM open calls"), self)
        self.url_state = QLabel(self)
        self.tabs.addTab(self._general(preferences), self.tr("General"))
        self.tabs.addTab(self._sound(preferences), self.tr("Sound"))
        self.tabs.addTab(self._hotkeys(preferences, hotkeys), self.tr("Hotkeys"))
        self.tabs.addTab(self._calls(preferences), self.tr("Calls"))
        self.tabs.addTab(self._evidence(), self.tr("Evidence"))
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        set_role(save, "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.resize(640, 480)

    # --- pages ---------------------------------------------------------------------------------------

    def _general(self, preferences: Preferences) -> QWidget:
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        for choice, text in (
            (ThemeChoice.SYSTEM, self.tr("As the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
        ):
            self.theme.addItem(text, choice)
        self.theme.setCurrentIndex(list(ThemeChoice).index(preferences.theme))
        for locale, name in place_names().items():
            self.place.addItem(name, locale)
        self.place.setCurrentIndex(max(0, self.place.findData(preferences.locale)))
        self.agent.setPlaceholderText(self.tr("Goes into the record of the call"))
        self.company.setPlaceholderText(self.tr("As you name it on the phone; cards are filled with it"))
        self.anchor.setPlaceholderText(
            self.tr("A share that agents can add to and not change; empty for none")
        )
        page, form = _form_page(self)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("L&ook"), self.theme)
        form.addRow(self.tr("&Your name"), self.agent)
        form.addRow(self.tr("&Company"), self.company)
        form.addRow(self.tr("&Rules of"), self.place)
        return page

    def _evidence(self) -> QWidget:
        self.anchor.setPlaceholderText(
            self.tr("A share that agents can add to and not change; empty for none")
        )
        self.timestamps.setPlaceholderText(self.tr("https://… (RFC 3161); empty for none"))
        self.timestamp_root.setPlaceholderText(self.tr("The PEM file that the service publishes"))
        about = QLabel(
            self.tr(
                "After each call the record's signed checkpoint goes there, and at start the records are compared "
                "with it. Only hashes leave this machine, never words or sound."
            ),
            self,
        )
        about.setWordWrap(True)
        set_role(about, "muted")
        page, form = _form_page(self)
        form.addRow(self.tr("&Keep checkpoints in"), self.anchor)
        form.addRow(self.tr("&Time-stamping service"), self.timestamps)
        form.addRow(self.tr("Its &root certificate"), self.timestamp_root)
        form.addRow(about)
        return page

    def _sound(self, preferences: Preferences) -> QWidget:
        page, form = _form_page(self)
        for box, device, standard in (
            (self.microphone, preferences.agent_device, self.tr("The system's microphone")),
            (self.playback, preferences.customer_device, self.tr("What the system's output plays")),
        ):
            box.addItem(standard, "")
            if device:
                box.addItem(device, device)
                box.setCurrentIndex(1)
        form.addRow(self.tr("Your &microphone"), self.microphone)
        form.addRow(self.tr("The &customer's voice"), self.playback)
        self.devices_note.setWordWrap(True)
        set_role(self.devices_note, "muted")
        self.devices_note.setText(self.tr("Looking for devices …"))
        form.addRow(self.devices_note)
        self.check_button = QPushButton(self.tr("Sound check (two minutes)"), page)
        self.check_button.clicked.connect(self.check_wanted)
        form.addRow(self.check_button)
        return page

    def _hotkeys(self, preferences: Preferences, outcome: HotkeyStart) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        self.hotkeys_on.setChecked(preferences.hotkeys_on)
        column.addWidget(self.hotkeys_on)
        limit = limit_text(outcome.limit)
        if limit:
            note = QLabel(limit, page)
            note.setWordWrap(True)
            set_role(note, "warn")
            column.addWidget(note)
        grid = QGridLayout()
        keys = preferences.keys
        half = (len(self.keys) + 1) // 2
        for place, (action, edit) in enumerate(self.keys.items()):
            edit.setKeySequence(QKeySequence(keys.get(action, ""), QKeySequence.SequenceFormat.PortableText))
            edit.setMaximumSequenceLength(1)
            edit.setClearButtonEnabled(True)
            label = QLabel(action_text(action), page)
            label.setBuddy(edit)
            if action in outcome.taken:
                label.setText(
                    self.tr("{action} (taken by another program)").format(action=action_text(action))
                )
                set_role(label, "bad")
            row, side = place % half, place // half * 2
            grid.addWidget(label, row, side)
            grid.addWidget(edit, row, side + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return page

    def _calls(self, preferences: Preferences) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        self.offer.setChecked(preferences.offer_start)
        offer_note = QLabel(
            self.tr("While no call runs, only loudness is looked at; no sound is kept."), page
        )
        url_note = QLabel(
            self.tr(
                "Addresses like evenhand://call?case=ID then start the call of a case that is known here."
            ),
            page,
        )
        for note in (offer_note, url_note):
            note.setWordWrap(True)
            set_role(note, "muted")
        set_role(self.url_state, "muted")
        self.url_button.clicked.connect(self.url_wanted)
        for part in (self.offer, offer_note, self.url_button, url_note, self.url_state):
            column.addWidget(
                part, 0, Qt.AlignmentFlag.AlignLeft if part is self.url_button else Qt.AlignmentFlag(0)
            )
        column.addStretch(1)
        return page

    # --- what comes later ------------------------------------------------------------------------------

    def show_devices(self, devices: Sequence[AudioDevice]) -> None:
        """What can be heard on this machine."""
        for box, kind in ((self.microphone, DeviceKind.MICROPHONE), (self.playback, DeviceKind.PLAYBACK)):
            chosen = box.currentData()
            for device in devices:
                if device.kind is not kind:
                    continue
                place = box.findData(device.device_id)
                if place < 0:
                    box.addItem(device.name, device.device_id)
                else:
                    box.setItemText(place, device.name)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self.show_device_note(
            self.tr(
                "The customer's voice is heard from what your headset plays: choose the output that you hear."
            )
            if devices
            else self.tr("Nothing can be heard. Connect the headset and check the system's sound settings.")
        )

    def show_device_note(self, text: str) -> None:
        """A sentence about the devices."""
        self.devices_note.setText(text)

    def show_url_state(self, text: str) -> None:
        """How registering the addresses went."""
        self.url_state.setText(text)

    @Slot()
    def _save(self) -> None:
        keys = tuple(
            (action, edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText))
            for action, edit in self.keys.items()
        )
        self.chosen.emit(
            replace(
                self._before,
                language=str(self.language.currentData()),
                theme=ThemeChoice(self.theme.currentData()),
                agent=self.agent.text().strip(),
                company=self.company.text().strip(),
                anchor_folder=self.anchor.text().strip(),
                timestamp_service=self.timestamps.text().strip(),
                timestamp_root=self.timestamp_root.text().strip(),
                locale=str(self.place.currentData()),
                agent_device=str(self.microphone.currentData()),
                customer_device=str(self.playback.currentData()),
                offer_start=self.offer.isChecked(),
                hotkeys_on=self.hotkeys_on.isChecked(),
                hotkeys=keys,
            )
        )
        self.accept()


def _form_page(parent: QWidget) -> tuple[QWidget, QFormLayout]:
    page = QWidget(parent)
    form = QFormLayout(page)
    form.setContentsMargins(16, 16, 16, 16)
    form.setVerticalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return page, form
