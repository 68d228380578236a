"""What is done beside one report: the register of the year, reports asked for once, retyping for the province."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs import WhyDialog
from ui.report.papers import year_register

if TYPE_CHECKING:
    from models.ad_hoc import AdHocReport
    from models.duties import ReportingPeriod
    from models.retyping import RetypedRow
    from ui.exporting import Exporting
    from ui.form_dialog import Form
    from ui.report.ad_hoc_dialog import AdHocDialog, AskedRow
    from ui.report.register_dialog import RegisterDialog
    from ui.report.retype_dialog import RetypeDialog
    from ui.session import Session


class YearActs(QObject):
    """Opens the lists that are no part of one report, and writes what is done in them."""

    def __init__(self, session: Session, exporting: Exporting, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._exporting = exporting
        self._page = page

    # --- the register

    def register(self) -> None:
        """Show the register of the year in work."""
        from ui.report.register_dialog import RegisterDialog

        self._session.leaving.emit()
        period = self._session.period
        year = period.span.year if period is not None else self._session.today().year
        dialog = RegisterDialog(self._page, year, period.key if period is not None else "")
        dialog.year_asked.connect(partial(self._read_register, dialog))
        dialog.chosen.connect(self.go_to)
        dialog.export_asked.connect(self._export_register)
        dialog.open()
        self._read_register(dialog, year)

    def _read_register(self, dialog: RegisterDialog, year: int) -> None:
        from ui.report.register_dialog import read_register

        read = partial(read_register, year, self._session.today())
        self._session.ask(dialog, read).on_success(partial(dialog.show_rows, year)).start()

    def _export_register(self, year: int, formats: tuple[str, ...]) -> None:
        user = self._session.surroundings.user
        self._exporting.begin_paper(year_register(year, self._session.today(), user, formats))

    def go_to(self, period: ReportingPeriod) -> None:
        """Work on another period; the list over the pages follows into its year."""
        if self._session.period != period:
            self._session.choose_period(period)
        self._session.choose_year(period.span.year)

    # --- reports that were asked for once

    def ad_hoc(self) -> None:
        """Show the reports that were asked for once."""
        from ui.report.ad_hoc_dialog import AdHocDialog

        self._session.leaving.emit()
        dialog = AdHocDialog(self._page)
        dialog.new_asked.connect(partial(self._form, dialog, None))
        dialog.edit_asked.connect(partial(self._edit, dialog))
        dialog.withdraw_asked.connect(partial(self._withdraw, dialog))
        dialog.chosen.connect(self.go_to)
        dialog.open()
        self._read_asked(dialog)

    def _read_asked(self, dialog: AdHocDialog) -> None:
        from ui.report.ad_hoc_dialog import read_asked

        self._session.ask(dialog, read_asked).on_success(dialog.show_rows).start()

    def _edit(self, dialog: AdHocDialog, row: AskedRow) -> None:
        self._form(dialog, row.report)

    def _form(self, dialog: AdHocDialog, report: AdHocReport | None) -> None:
        from ui.report.ad_hoc_form import AdHocForm

        form = AdHocForm(dialog, self._session.today(), report)
        form.given.connect(partial(self._record, dialog, form))
        form.open()

    def _record(self, dialog: AdHocDialog, form: Form, report: AdHocReport) -> None:
        from ui.report.ad_hoc_dialog import record_asked

        done = partial(self._on_recorded, dialog, form)
        task = self._session.change(partial(record_asked, report))
        task.on_success(done).on_failure(form.show_refused).start()

    def _on_recorded(self, dialog: AdHocDialog, form: Form, period: ReportingPeriod) -> None:
        self._session.told.emit(f"Đã ghi {period.duty.name[:1].lower()}{period.duty.name[1:]}.")
        form.accept()
        self._read_asked(dialog)
        self._list_again()

    def _withdraw(self, dialog: AdHocDialog, row: AskedRow) -> None:
        explained = (
            f"{row.period.duty.name} không còn phải gửi; báo cáo vẫn đứng trong sổ theo dõi là “Không còn yêu cầu”."
        )
        form = WhyDialog(dialog, "Thôi theo dõi báo cáo", explained, "Thôi theo dõi")
        form.given.connect(partial(self._write_withdrawn, dialog, form, row))
        form.open()

    def _write_withdrawn(self, dialog: AdHocDialog, form: Form, row: AskedRow, why: str) -> None:
        from ui.report.ad_hoc_dialog import withdraw_asked

        done = partial(self._on_withdrawn, dialog, form)
        task = self._session.change(partial(withdraw_asked, row.report.key, why))
        task.on_success(done).on_failure(form.show_refused).start()

    def _on_withdrawn(self, dialog: AdHocDialog, form: Form, _: object) -> None:
        form.accept()
        self._read_asked(dialog)
        self._list_again()

    def _list_again(self) -> None:
        """Let the list over the pages show what came and went."""
        period = self._session.period
        self._session.choose_year(period.span.year if period is not None else self._session.today().year)

    # --- retyping

    def retype(self, period: ReportingPeriod) -> None:
        """Show what is to be typed into the province's system."""
        from ui.report.retype_dialog import RetypeDialog

        self._session.leaving.emit()
        dialog = RetypeDialog(self._page, period.span.short())
        dialog.ticked.connect(partial(self._tick, dialog, period))
        dialog.all_ticked.connect(partial(self._tick, dialog, period, None, True))
        dialog.open()
        self._read_retyped(dialog, period)

    def _read_retyped(self, dialog: RetypeDialog, period: ReportingPeriod, *_: object) -> None:
        from ui.report.retype_dialog import read_retyped

        self._session.ask(dialog, partial(read_retyped, period)).on_success(dialog.show_rows).start()

    def _tick(self, dialog: RetypeDialog, period: ReportingPeriod, row: RetypedRow | None, is_ticked: bool) -> None:
        from ui.report.retype_dialog import tick

        write = partial(tick, row, is_ticked, self._session.today(), period)
        self._session.change(write).on_success(partial(self._read_retyped, dialog, period)).start()
