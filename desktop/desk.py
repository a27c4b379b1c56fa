"""What the user's hands reach: the live window, the office window, settings, hotkeys, wishes of later starts.

Lives in the GUI thread; everything that waits is a task.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from assist.evidence.people.session import StoreSession
from assist.problems import AssistProblem
from desktop import url_scheme
from desktop.anchoring import Anchoring, AnchorPlaces
from desktop.background import Task
from desktop.call_subject import CallRequest
from desktop.crash import CrashReports
from desktop.demo import demo_request
from desktop.hotkeys.actions import HotkeyAction
from desktop.hotkeys.backend import backend_for
from desktop.hotkeys.service import HotkeyService
from desktop.installation import Installation
from desktop.language import Language
from desktop.live.controller import LiveController
from desktop.live.notices import Notice
from desktop.live.start_offer import StartOffer, chosen_source
from desktop.live.start_panel import StartWish
from desktop.live.window import LiveWindow
from desktop.office.store_reader import StoreReader
from desktop.office.window import OfficeWindow
from desktop.problem_texts import problem_text
from desktop.settings.dialog import SettingsDialog
from desktop.settings.places import language_of
from desktop.settings.preferences import Preferences, save_preferences
from desktop.settings.sound_check_dialog import SoundCheckDialog
from desktop.signing_in import SigningIn
from desktop.single_instance import SingleInstance, Wish
from desktop.theme.theme import theme
from speech.devices import AudioDevice, DeviceDirectory
from speech.problems import SpeechProblem

MINUTE_MS = 60_000


class Desk(QObject):
    """Owns the windows."""

    def __init__(
        self,
        installation: Installation,
        preferences: Preferences,
        language: Language,
        crashes: CrashReports,
        instance: SingleInstance | None,
    ) -> None:
        super().__init__()
        self.installation = installation
        self.preferences = preferences
        self._language = language
        self._crashes = crashes
        self._instance = instance
        self.window = LiveWindow()
        self.page = self.window.page
        self.signing_in = SigningIn(installation, self)
        self.signing_in.asked_over = self.window
        self.controller = LiveController(self.page, installation, crashes.report, self)
        self.hotkeys = HotkeyService(backend_for(QGuiApplication.platformName()), self)
        self.offer = StartOffer(self)
        self.anchoring = Anchoring(installation, self)
        self.office: OfficeWindow | None = None
        self._settings: SettingsDialog | None = None
        self._told_bug = False
        self._minutes = QTimer(self)
        self._wire()
        self._use_choices()

    def _wire(self) -> None:
        page, window = self.page, self.window
        page.start.start_wanted.connect(self._start)
        page.start.demo_wanted.connect(self._start_demo)
        window.settings_wanted.connect(self.open_settings)
        window.office_wanted.connect(self.open_office)
        window.small_moved.connect(self._keep_small_place)
        window.closing.connect(self._on_closing)
        self.controller.idle.connect(self._on_idle)
        self.controller.closed.connect(self._on_closed)
        self.hotkeys.pressed.connect(self._on_hotkey)
        self.offer.both_speak.connect(self._on_both_speak)
        self.anchoring.failed.connect(self._on_problem)
        self.anchoring.broken.connect(self._crashes.report)
        self._minutes.timeout.connect(self._on_minute)
        self._minutes.start(MINUTE_MS)
        self._crashes.reported.connect(self._on_crash)
        self._crashes.met.connect(self._on_problem)
        if self._instance is not None:
            self._instance.wished.connect(self.take)

    def show(self) -> None:
        """Show the live window; records that went backwards are told at once."""
        self.window.show()
        self.anchoring.compare(self.preferences.anchor_folder)

    def close_down(self) -> None:
        """After the event loop: let everything go, in order. Waits."""
        if self._instance is not None:
            self._instance.close()
        self._minutes.stop()
        self.signing_in.stop()
        self.hotkeys.stop()
        self.offer.stop_now()
        self.controller.close_now()
        self.signing_in.sign_out()
        self.installation.close()

    # --- wishes ----------------------------------------------------------------------------------------

    @Slot(object)
    def take(self, wish: Wish) -> None:
        """Do what a start asks for."""
        if wish.what == "demo":
            self.window.leave_small()
            self._start_demo(wish.language or "zh")
        elif wish.what == "live":
            self.page.start.case.setText(wish.case_id)
            agent = wish.agent or self.preferences.agent
            if not agent or self.controller.busy:
                self.window.leave_small()
                self.page.start.focus_name()
                return
            self._start(StartWish(wish.case_id, agent, wish.locale))
        else:
            self.window.leave_small()

    @Slot(object)
    def _start(self, wish: StartWish) -> None:
        """Listen to a call; the case is looked up by the worker that prepares it."""
        chosen = self.preferences

        def request() -> CallRequest:
            case = self.installation.cases().must_find(wish.case_id) if wish.case_id else None
            locale = wish.locale or (case.locale if case is not None else chosen.locale)
            return CallRequest(
                source="live",
                locale=locale,
                language=language_of(locale),
                agent=wish.agent,
                company=chosen.company,
                case=case,
                agent_device=chosen.agent_device,
                customer_device=chosen.customer_device,
            )

        if wish.agent != chosen.agent:
            self._choose(replace(chosen, agent=wish.agent))
        self._begin(request)

    @Slot(str)
    def _start_demo(self, language: str) -> None:
        self._begin(lambda: demo_request(language, real_time=True))

    @Slot(object)
    def _start_request(self, request: CallRequest) -> None:
        """A call from the office: its case and its override are known."""
        chosen = self.preferences
        self.window.leave_small()
        self._begin(
            lambda: replace(
                request,
                company=request.company or chosen.company,
                agent_device=chosen.agent_device,
                customer_device=chosen.customer_device,
            )
        )

    def _begin(self, request: Callable[[], CallRequest]) -> None:
        """Prepare a call in a worker, under the name of who has signed in where the records have people."""

        def signed_in() -> CallRequest:
            wanted = request()
            caller = self.signing_in.caller(wanted.store_kind, wanted.agent)
            return replace(wanted, agent=caller.name, agent_role=caller.role)

        self.offer.stop()
        self.controller.start(signed_in)

    # --- the course of things --------------------------------------------------------------------------

    @Slot()
    def _on_idle(self) -> None:
        if self.preferences.offer_start:
            self.offer.start(self.preferences.agent_device, self.preferences.customer_device)

    @Slot()
    def _on_minute(self) -> None:
        """A running call keeps the record's time itself."""
        if self.controller.busy:
            return
        task = Task(self)
        task.failed.connect(self._on_problem)
        task.broken.connect(self._crashes.report)
        task.start(lambda _progress: self.installation.on_time())

    @Slot(str)
    def _on_closed(self, _call_id: str) -> None:
        chosen = self.preferences
        self.anchoring.keep(
            AnchorPlaces(chosen.anchor_folder, chosen.timestamp_service, chosen.timestamp_root)
        )
        if self.office is not None:
            self.office.refresh()

    @Slot()
    def _on_both_speak(self) -> None:
        if not self.controller.busy:
            self.page.start.show_idle(self.tr("Both sides are speaking. Start listening?"))
            self.window.leave_small()

    @Slot(object)
    def _on_hotkey(self, action: HotkeyAction) -> None:
        page = self.page
        acts: dict[HotkeyAction, Callable[[], object]] = {
            HotkeyAction.USE_NOW: lambda: page.use_card(0),
            HotkeyAction.USE_1: lambda: page.use_card(1),
            HotkeyAction.USE_2: lambda: page.use_card(2),
            HotkeyAction.USE_3: lambda: page.use_card(3),
            HotkeyAction.DISMISS: page.lane.dismiss_shown,
            HotkeyAction.MOMENT: page.flag_moment,
            HotkeyAction.PAUSE: page.toggle_pause,
            HotkeyAction.START: page.start.start_button.click,
            HotkeyAction.END: page.end_call,
            HotkeyAction.CONFIRM_FACT: page.facts.confirm,
            HotkeyAction.COMPACT: self.window.toggle_small,
        }
        acts[action]()

    @Slot(object)
    def _on_problem(self, problem: AssistProblem | SpeechProblem) -> None:
        text = problem_text(problem)
        self.page.footer.notices.show_notice(Notice(problem.code, text))
        if self.office is not None and self.office.isVisible():
            self.office.show_notice(text)
        elif not self.page.running:
            self.page.start.show_idle(text)

    @Slot(str)
    def _on_crash(self, path: str) -> None:
        """Told once; the reports are there for the rest. Nothing waits for the answer."""
        if self._told_bug:
            return
        self._told_bug = True
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Something failed"))
        box.setText(self.tr("A part of evenhand failed. A running call goes on and stays recorded."))
        box.setInformativeText(
            self.tr("A report without personal data was written to {path}. Send it to your support.").format(
                path=path
            )
        )
        box.setModal(False)
        box.show()

    @Slot()
    def _on_closing(self) -> None:
        if self.office is not None:
            self.office.close()
        QApplication.quit()

    # --- settings --------------------------------------------------------------------------------------

    @Slot()
    def open_settings(self) -> None:
        """Open the settings; devices are looked for meanwhile."""
        dialog = self._settings = SettingsDialog(self.preferences, self.hotkeys.outcome, self.window)
        dialog.chosen.connect(self._choose)
        dialog.url_wanted.connect(self._register_url)
        dialog.check_wanted.connect(self.open_sound_check)
        task = Task(dialog)
        task.done.connect(self._on_devices)
        task.failed.connect(self._on_no_devices)
        task.start(lambda _progress: DeviceDirectory().devices())
        dialog.open()

    @Slot()
    def open_sound_check(self) -> None:
        """Open the sound check; a running call keeps the devices to itself."""
        if self.controller.busy:
            return
        self.offer.stop()
        chosen = self.preferences
        dialog = SoundCheckDialog(
            lambda: chosen_source(chosen.agent_device, chosen.customer_device), parent=self.window
        )
        dialog.broken.connect(self._crashes.report)
        dialog.finished.connect(self._on_checked)
        dialog.open()

    @Slot(int)
    def _on_checked(self, _result: int) -> None:
        self._on_idle()

    @Slot(object)
    def _on_devices(self, devices: list[AudioDevice]) -> None:
        if self._settings is not None:
            self._settings.show_devices(devices)

    @Slot(object)
    def _on_no_devices(self, problem: AssistProblem | SpeechProblem) -> None:
        if self._settings is not None:
            self._settings.show_device_note(problem_text(problem))

    @Slot()
    def _register_url(self) -> None:
        task = Task(self)
        task.done.connect(self._on_registered)
        task.failed.connect(self._on_problem)
        task.start(lambda _progress: url_scheme.register())

    @Slot(object)
    def _on_registered(self, done: bool) -> None:
        if self._settings is not None:
            self._settings.show_url_state(
                self.tr("Done: evenhand:// addresses now open here.")
                if done
                else self.tr(
                    "On this system it takes an application bundle, which evenhand does not have yet."
                )
            )

    @Slot(object)
    def _choose(self, preferences: Preferences) -> None:
        """Put new choices in force and keep them."""
        self.preferences = preferences
        self._use_choices()
        folder = self.installation.paths.root
        task = Task(self)
        task.failed.connect(self._on_problem)
        task.broken.connect(self._crashes.report)
        task.start(lambda _progress: save_preferences(folder, preferences))

    def _use_choices(self) -> None:
        chosen = self.preferences
        changed = self._language.code != chosen.language
        self._language.use(chosen.language)
        theme().apply(chosen.theme, chosen.language)
        self.page.start.agent.setText(chosen.agent)
        self.page.start.choose_place(chosen.locale)
        self.window.place_small(chosen.compact_x, chosen.compact_y)
        self.hotkeys.use(chosen.keys if chosen.hotkeys_on else {})
        if not chosen.offer_start:
            self.offer.stop()
        elif not self.controller.busy:
            self._on_idle()
        if changed and self.office is not None:
            self.office.close()
            self.office = None

    @Slot(QPoint)
    def _keep_small_place(self, place: QPoint) -> None:
        self._choose(replace(self.preferences, compact_x=place.x(), compact_y=place.y()))

    # --- the office ------------------------------------------------------------------------------------

    @Slot()
    def open_office(self) -> None:
        """Open cases and recorded calls."""
        if self.office is None:
            self.office = self._make_office()
        self.office.show()
        self.office.raise_()
        self.office.activateWindow()
        self.office.refresh()

    def _make_office(self) -> OfficeWindow:
        chosen = self.preferences
        reader = StoreReader(self.installation, "live", self._session)
        office = OfficeWindow(self.installation, reader, chosen.agent, chosen.locale)
        office.call_wanted.connect(self._start_request)
        office.listen_wanted.connect(self.window.leave_small)
        office.demo_wanted.connect(self._demo_from_office)
        office.settings_wanted.connect(self.open_settings)
        office.check_wanted.connect(self.open_sound_check)
        office.sign_out_wanted.connect(self._sign_out)
        office.failed.connect(self._on_problem)
        office.broken.connect(self._crashes.report)
        return office

    @Slot()
    def _demo_from_office(self) -> None:
        self.window.leave_small()
        self._start_demo(language_of(self.preferences.locale))

    @Slot()
    def _sign_out(self) -> None:
        """Whoever signed in is done; the next look asks anew. A call that goes on stays theirs."""
        if self.controller.busy or self.office is None:
            return
        self.office.forget()
        task = Task(self)
        task.failed.connect(self._on_problem)
        task.broken.connect(self._crashes.report)
        task.start(lambda _progress: self.signing_in.sign_out())

    def _session(self) -> StoreSession:
        """In a worker: whoever has signed in; the agent of this machine where the records have no people."""
        return self.signing_in.session("live", self.preferences.agent)
