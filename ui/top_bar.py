"""The bar over all pages: whose plan, which period, until when it is to be sent, what is special about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSpinBox

from models.calendars import FIRST_YEAR, LAST_YEAR
from ui.pages.parts import GAP, MARGIN, Elided, second
from ui.period_labels import due_words, listed
from ui.session import Session
from ui.standing import OpenStore, Standing
from ui.style import bold

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from ui.settings.copies import Safety

SHORTEST = 24
ARROW = 44
ROOMY = 1000
"""From this width on the bar says its words in full."""
SAMPLE = "SỔ MINH HỌA"
LOCKED = "Đã khóa"
NO_PERIODS = "Chưa có kỳ báo cáo"


class _SteadyBox(QComboBox):
    """A list that the mouse wheel does not change by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls."""
        event.ignore()

    def fit_widest(self) -> None:
        """Grow no wider than the longest entry."""
        widths = (self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        self.setMaximumWidth(max(self.sizeHint().width(), max(widths, default=0) + ARROW))

    def showPopup(self) -> None:
        """Show every entry whole, however narrow the box is."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * MARGIN)
        super().showPopup()


class TopBar(QFrame):
    """Plan, year and period."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._periods: tuple[ReportingPeriod, ...] = ()
        self._safety: Safety | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("topBar")
        self.plan = Elided()
        self.plan.setFont(bold(self.plan.font()))
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setKeyboardTracking(False)
        self.year.setAccessibleName("Năm")
        self.year.setToolTip("Năm của kỳ báo cáo")
        self.period = _SteadyBox()
        self.period.setAccessibleName("Kỳ báo cáo")
        self.period.setMinimumContentsLength(SHORTEST)
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.due = second(wrap=False)
        self.locked, self.sample = QLabel(LOCKED), QLabel(SAMPLE)
        self.locked.setProperty("kind", "locked")
        self.sample.setProperty("kind", "sample")
        self.sample.setToolTip("Số liệu trong sổ này là số liệu minh họa, không phải số liệu thật của xã.")
        self.search = _flat("Tìm")
        self.search.setToolTip("Tìm chỉ tiêu, nhiệm vụ, kỳ, văn bản, trang và lệnh (Ctrl+K)")
        self.safety = _flat("")
        self.safety.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(GAP)
        for widget in (self.plan, self.sample, self.year, self.period, self.locked, self.due):
            layout.addWidget(widget)
        layout.setStretchFactor(self.period, 1)
        layout.addStretch()
        layout.addWidget(self.search)
        layout.addWidget(self.safety)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._on_opened)
        session.periods_listed.connect(self._on_periods)
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)
        self.year.valueChanged.connect(self._on_year)
        self.period.activated.connect(self._on_activated)

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        self.plan.say(store.plan.issuer)
        self.plan.setToolTip(f"{store.plan.issuer}: {store.plan.document.title}")
        self.sample.setVisible(store.sample)
        self.safety.hide()
        self.locked.hide()

    @Slot(int, object)
    def _on_periods(self, year: int, periods: tuple[ReportingPeriod, ...]) -> None:
        self._periods = periods
        self.year.blockSignals(True)
        self.year.setValue(year)
        self.year.blockSignals(False)
        self.period.clear()
        if self._session.store is not None:
            self.period.addItems(listed(periods, self._session.store.plan))
        self.period.fit_widest()
        self.period.setEnabled(bool(periods))
        self.period.setPlaceholderText(NO_PERIODS)
        self._choose(self._session.period)
        if periods and self.period.currentIndex() < 0 and self._session.period is not None:
            self._follow_year(periods)

    def _follow_year(self, periods: tuple[ReportingPeriod, ...]) -> None:
        """Go to the same span of the other year."""
        old = self._session.period
        same = [p for p in periods if old and p.duty.id == old.duty.id and p.span.index == old.span.index]
        self._session.choose_period(same[0] if same else periods[-1])

    @Slot(object)
    def _on_period(self, period: ReportingPeriod | None) -> None:
        self._choose(period)
        store = self._session.store
        text, late = due_words(period, store.plan, self._session.today()) if period and store else ("", False)
        self.due.setText(text)
        self.due.setProperty("kind", "late" if late else "second")
        self.due.style().polish(self.due)

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self.locked.setVisible(standing.locked)

    def show_safety(self, safety: Safety, *, is_sample: bool) -> None:
        """Say how safe the store is; made-up figures need no backup."""
        self._safety = safety
        self.safety.setToolTip(f"{safety.copied_out()} Bấm để sao lưu hoặc chép ra USB.")
        self.safety.setProperty("kind", "amber" if safety.is_due(self._session.today()) else "flat")
        self.safety.style().polish(self.safety)
        self.safety.setVisible(not is_sample)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_short = self.width() < ROOMY
        self.search.setText("Tìm" if is_short else "Tìm (Ctrl+K)")
        if self._safety is not None:
            self.safety.setText(self._safety.light(self._session.today(), short=is_short))

    def _choose(self, period: ReportingPeriod | None) -> None:
        keys = [own.key for own in self._periods]
        self.period.setCurrentIndex(keys.index(period.key) if period and period.key in keys else -1)
        self.period.setToolTip(self.period.currentText())

    @Slot(int)
    def _on_year(self, year: int) -> None:
        self._session.choose_year(year)

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        if self._periods[place] != self._session.period:
            self._session.choose_period(self._periods[place])


def _flat(text: str) -> QPushButton:
    """Return a button that looks like text until the pointer or the focus is on it."""
    button = QPushButton(text)
    button.setProperty("kind", "flat")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
