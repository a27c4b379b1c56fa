"""May this call be placed now? The verdict, every rule's answer with its source, and the override with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assist.contact.gate import SHORTEST_REASON, GateDecision
from assist.contact.rules import Verdict
from desktop.cases.gate_texts import answer_text, source_text, verdict_text
from desktop.theme.theme import set_role, theme

_SHAPES = {Verdict.ALLOW: "✓", Verdict.WARN: "▲", Verdict.BLOCK: "■"}


class GatePanel(QWidget):
    """Signal: `call_wanted` with the reason of an override, empty where none is needed."""

    call_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gatePanel")
        self._decision: GateDecision | None = None
        self.verdict = QLabel(self)
        self.verdict.setFont(theme().font(1.4, bold=True))
        self.answers = QTreeWidget(self)
        self.answers.setHeaderHidden(True)
        self.answers.setRootIsDecorated(False)
        self.answers.setWordWrap(True)
        self.answers.setAccessibleName(self.tr("What the contact rules say"))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(
            self.tr("Why this call may be made all the same (goes into the record)")
        )
        self.call = QPushButton(self.tr("Call and listen"), self)
        set_role(self.call, "primary")
        self.call.setShortcut("Ctrl+Return")
        bottom = QHBoxLayout()
        bottom.addWidget(self.reason, 1)
        bottom.addStretch(0)
        bottom.addWidget(self.call)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.verdict)
        layout.addWidget(self.answers, 1)
        layout.addLayout(bottom)
        self.reason.textChanged.connect(self._on_reason)
        self.reason.returnPressed.connect(self._on_call)
        self.call.clicked.connect(self._on_call)
        self.show_decision(None)

    def show_decision(self, decision: GateDecision | None) -> None:
        """Show what the gate says; None where nobody is chosen."""
        self._decision = decision
        self.answers.clear()
        self.reason.clear()
        blocked = decision is not None and decision.verdict is Verdict.BLOCK
        self.reason.setVisible(blocked)
        self.verdict.setText("" if decision is None else verdict_text(decision.verdict))
        for answer in decision.answers if decision else ():
            item = QTreeWidgetItem([f"{_SHAPES[answer.verdict]}  {answer_text(answer)}"])
            source = source_text(answer)
            if source:
                basis = QTreeWidgetItem([source])
                basis.setForeground(0, self.palette().placeholderText())
                item.addChild(basis)
                item.setToolTip(0, source)
            self.answers.addTopLevelItem(item)
            item.setExpanded(answer.verdict is not Verdict.ALLOW)
        self._on_reason()

    @Slot()
    def _on_reason(self) -> None:
        decision = self._decision
        enough = len(self.reason.text().strip()) >= SHORTEST_REASON
        self.call.setEnabled(decision is not None and (decision.verdict is not Verdict.BLOCK or enough))
        blocked = decision is not None and decision.verdict is Verdict.BLOCK
        self.call.setText(self.tr("Override and call") if blocked else self.tr("Call and listen"))
        self.call.setShortcut("Ctrl+Return")

    @Slot()
    def _on_call(self) -> None:
        if self.call.isEnabled():
            self.call_wanted.emit(self.reason.text().strip())
