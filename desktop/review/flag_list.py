"""The call's flags, gravest told apart by shape and word; choosing one plays it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from assist.review.recorded_call import RaisedFlag
from assist.rules.flags import Severity
from desktop.review.texts import flag_kind_text, flag_state_text, severity_text
from speech.types import SAMPLE_RATE_HZ

FLAG_ROLE = Qt.ItemDataRole.UserRole
REAL = {"violation", "omission", "trigger", "metadata"}


def counts(flag: RaisedFlag) -> bool:
    """Whether a flag is shown at once: neither merely possible or mentioned, nor taken back by the final words."""
    return flag.kind in REAL and flag.state != "unconfirmed"


class FlagList(QWidget):
    """Flags with why they were raised. Signal: `flag_chosen` with the `RaisedFlag`."""

    flag_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flags: Sequence[RaisedFlag] = ()
        self._joiner = ""
        self.everything = QCheckBox(self.tr("Also possible ones and mere mentions"), self)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("At"), self.tr("Flag"), self.tr("State")])
        self.tree.setRootIsDecorated(True)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(self.tr("Flags of the call"))
        self.none = QLabel(self.tr("No flags in this call."), self)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.none, 1)
        layout.addWidget(self.everything)
        self.everything.toggled.connect(self._fill)
        self.tree.itemActivated.connect(self._on_item)
        self.tree.itemClicked.connect(self._on_item)

    def show_flags(self, flags: Sequence[RaisedFlag], language: str) -> None:
        """Show these."""
        self._flags = flags
        self._joiner = "" if language == "zh" else " "
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.tree.clear()
        shown = [flag for flag in self._flags if counts(flag) or self.everything.isChecked()]
        for same in _together(shown):
            self.tree.addTopLevelItem(self._item(same[0], len(same)))
        self.tree.setVisible(bool(shown))
        self.none.setVisible(not shown)
        for column in (0, 1):
            self.tree.resizeColumnToContents(column)

    def _item(self, flag: RaisedFlag, times: int) -> QTreeWidgetItem:
        seconds = flag.start // SAMPLE_RATE_HZ
        title = f"{severity_text(Severity(flag.severity))}  {flag.title}"
        if times > 1:
            title += f"  ×{times}"
        item = QTreeWidgetItem([f"{seconds // 60}:{seconds % 60:02d}", title, flag_state_text(flag.state)])
        item.setData(0, FLAG_ROLE, flag)
        words = flag.text.replace(" ", self._joiner)
        details = [
            f"{flag_kind_text(flag.kind)} · {flag.category} · {round(flag.score * 100)} %",
            self.tr("Said: {words}").format(words=words) if words else "",
            self.tr("Say instead: {text}").format(text=flag.say_instead) if flag.say_instead else "",
            *(self.tr("Basis: {basis}").format(basis=basis) for basis in flag.basis),
            *flag.evidence,
        ]
        if flag.dismissed_by:
            details.append(
                self.tr("Dismissed by {who}: {why}").format(who=flag.dismissed_by, why=flag.dismiss_reason)
            )
        for text in filter(None, details):
            child = QTreeWidgetItem(["", text, ""])
            child.setData(0, FLAG_ROLE, flag)
            child.setToolTip(1, text)
            item.addChild(child)
        item.setExpanded(False)
        return item

    @Slot(QTreeWidgetItem, int)
    def _on_item(self, item: QTreeWidgetItem, _column: int) -> None:
        self.flag_chosen.emit(item.data(0, FLAG_ROLE))


def _together(flags: Sequence[RaisedFlag]) -> list[list[RaisedFlag]]:
    """Flags of one rule in one utterance that stand alike: one line, told how often; in the order of the first."""
    found: dict[tuple[object, ...], list[RaisedFlag]] = {}
    for flag in flags:
        alike = (flag.rule, flag.category, flag.channel, flag.utterance, flag.kind, flag.state)
        found.setdefault(alike if flag.utterance >= 0 else (flag.flag_id,), []).append(flag)
    return list(found.values())
