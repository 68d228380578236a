"""What an officer asks of a heading, from the menu to the change set: named, switched, added, moved, taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from models.errors import AppError
from ui.report import outline_work
from ui.report.heading_dialog import HeadingDialog
from ui.report.heading_part import Act
from ui.session import Session

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from models.outline import Outline
    from ui.report.heading_views import HeadingView
    from ui.report.outline_list import OutlineList


class OutlineActs(QObject):
    """Carries out what was asked of the headings of a list, each as one step that can be taken back."""

    def __init__(self, session: Session, headings: OutlineList) -> None:
        super().__init__(headings)
        self._session = session
        self._list = headings
        self.before: frozenset[str] | None = None
        headings.asked.connect(self._on_asked)

    def new_one(self, ids: list[str]) -> str:
        """Return the heading that was added just now, to be written in; empty where none was."""
        if self.before is None:
            return ""
        added = [one for one in ids if one not in self.before]
        if added:
            self.before = None
        return added[0] if added else ""

    @Slot(str, str)
    def _on_asked(self, name: str, heading_id: str) -> None:
        period = self._session.period
        part = self._list.parts.get(heading_id)
        if period is None or part is None:
            return
        self._session.leaving.emit()
        view, act = part.view, Act(name)
        if act is Act.RENAME:
            self._ask_name(view, period)
        elif act is Act.ADD:
            self._ask_new(view, period)
        elif act is Act.CARRY:
            self._session.change(partial(outline_work.carry, (heading_id,), period)).start()
        else:
            edit, label = _edit(act, view)
            self._session.change(partial(outline_work.edit_outline, edit, label, period)).start()

    def _ask_name(self, view: HeadingView, period: ReportingPeriod) -> None:
        dialog = HeadingDialog(self._list, f"Đổi tên mục {_called(view)}", "Đổi tên mục", view.kept)
        dialog.given.connect(partial(self._rename, dialog, view, period))
        dialog.open()

    def _rename(self, dialog: HeadingDialog, view: HeadingView, period: ReportingPeriod, words: str, _: bool) -> None:
        edit = partial(outline_work.renamed, view.id, words)
        self._write(dialog, edit, f"đổi tên mục {_called(view)}", period)

    def _ask_new(self, view: HeadingView, period: ReportingPeriod) -> None:
        beneath_of = "" if view.heading.parent else view.place
        dialog = HeadingDialog(self._list, f"Thêm mục sau mục {_called(view)}", "Thêm mục", "", beneath_of)
        dialog.given.connect(partial(self._add, dialog, view, period))
        dialog.open()

    def _add(
        self, dialog: HeadingDialog, view: HeadingView, period: ReportingPeriod, words: str, beneath: bool
    ) -> None:
        self.before = frozenset(self._list.parts)
        edit = partial(outline_work.added, words, view.id, beneath)
        self._write(dialog, edit, f"thêm mục “{words.strip()}”", period)

    def _write(
        self, dialog: HeadingDialog, edit: Callable[[Outline], Outline], label: str, period: ReportingPeriod
    ) -> None:
        task = self._session.change(partial(outline_work.edit_outline, edit, label, period))
        task.on_success(partial(_shut, dialog)).on_failure(partial(self._on_refused, dialog)).start()

    def _on_refused(self, dialog: HeadingDialog, error: AppError) -> None:
        self.before = None
        dialog.show_refused(error)


def _edit(act: Act, view: HeadingView) -> tuple[Callable[[Outline], Outline], str]:
    """Return the change of the outline that needs no more words, and what the log calls it."""
    called = _called(view)
    if act is Act.SWITCH:
        return partial(outline_work.switched, view.id, not view.shown), f"{'tắt' if view.shown else 'bật'} mục {called}"
    if act is Act.OWN_NAME:
        return partial(outline_work.renamed, view.id, ""), f"trả lại tên mục {called}"
    if act is Act.REMOVE:
        return partial(outline_work.removed, view.id), f"bỏ mục {called}"
    up = act is Act.UP
    return partial(outline_work.moved, view.id, up), f"chuyển mục {called} {'lên' if up else 'xuống'}"


def _called(view: HeadingView) -> str:
    """Return how a step calls a heading: its number, or its name where it has none."""
    return view.place if view.shown else f"“{view.kept}”"


def _shut(dialog: HeadingDialog, _: None) -> None:
    dialog.accept()
