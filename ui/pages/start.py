"""The start page: open the last store, make a new one for a plan, open a file, look at the sample."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import messages
from ui.gateway import Runner
from ui.pages.parts import GAP, MARGIN, Card, second
from ui.session import Session
from ui.style import as_heading
from ui.surroundings import SAMPLE_PLAN

if TYPE_CHECKING:
    from models.plans import Plan
    from ui.first_run.making import NewStore

WIDTH = 620
STORE_SUFFIX = ".so57"
CITIES = frozenset({"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"})


class StartPage(QWidget):
    """What is shown while no store is open."""

    def __init__(self, session: Session, files: Runner) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._last: Path | None = None
        self._listed = False
        self._plans: tuple[Plan, ...] = ()
        self._build()
        self._connect()

    def _build(self) -> None:
        title = QLabel("Sổ 57")
        as_heading(title)
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(second("Theo dõi và báo cáo kế hoạch thực hiện Nghị quyết số 57-NQ/TW của UBND xã."))
        for card in (self._build_last(), self._build_new(), self._build_others()):
            column.addWidget(card)
        column.addStretch(2)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(WIDTH)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(middle, 8)
        layout.addStretch(1)

    def _build_last(self) -> Card:
        self.last_card = Card("Mở sổ gần nhất")
        self.last_line = second()
        self.open_last = QPushButton("Mở sổ này")
        self.last_card.body.addLayout(_row(self.last_line, self.open_last))
        return self.last_card

    def _build_new(self) -> Card:
        card = Card("Lập sổ mới")
        self.plans = QComboBox()
        self.plans.setAccessibleName("Kế hoạch có sẵn")
        self.plans.setPlaceholderText("Chọn xã…")
        self.make = QPushButton("Lập sổ…")
        self.make.setEnabled(False)
        self.plan_file = QPushButton("Chọn tệp kế hoạch…")
        card.body.addWidget(second("Chọn kế hoạch của xã trong các kế hoạch có sẵn, hoặc một tệp kế hoạch nhận được."))
        card.body.addLayout(_row(self.plans, self.make, self.plan_file))
        return card

    def _build_others(self) -> Card:
        card = Card("Mở sổ khác")
        self.open_file = QPushButton("Chọn tệp sổ…")
        self.samples = QComboBox()
        self.samples.setAccessibleName("Sổ minh họa của xã")
        self.samples.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sample = QPushButton("Xem sổ minh họa")
        card.body.addLayout(_row(second("Sổ ở thư mục khác, trên USB hoặc ổ mạng."), self.open_file))
        card.body.addLayout(_row(second("Sổ mẫu với số liệu minh họa, để làm quen."), self.samples, self.sample))
        return card

    def _connect(self) -> None:
        self.open_last.clicked.connect(self._on_open_last)
        self.plans.currentIndexChanged.connect(self._on_plan)
        self.make.clicked.connect(self._on_make)
        self.plan_file.clicked.connect(self._on_plan_file)
        self.open_file.clicked.connect(self._on_open_file)
        self.sample.clicked.connect(self._on_sample)
        self._session.closed.connect(self._list_plans)

    # --- what is shown

    def show_last(self, path: Path | None) -> None:
        """Offer the store that was open last."""
        self._last = path
        self.last_card.setVisible(path is not None)
        self.last_line.setText(str(path) if path else "")

    def showEvent(self, event: QShowEvent) -> None:
        """List the built-in plans when the page is first seen, and not on the way to the store that was open last."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._list_plans)

    @Slot()
    def _list_plans(self) -> None:
        if self.isVisible() and not self._session.is_opening and not self._listed:
            self._listed = True
            self._files.task(self, built_in).on_success(self._on_plans).start()

    @Slot(object)
    def _on_plans(self, plans: tuple[Plan, ...]) -> None:
        self._plans = plans
        self.plans.clear()
        self.samples.clear()
        for plan in plans:
            self.plans.addItem(f"{plan.issuer}, {place_of(plan.province)}", plan.id)
            self.samples.addItem(plan.issuer, plan.id)
        self.samples.setCurrentIndex(self.samples.findData(SAMPLE_PLAN))
        self.plans.setCurrentIndex(-1)  # whose plan it is must be chosen, or a store is made for another commune

    @Slot(int)
    def _on_plan(self, place: int) -> None:
        self.make.setEnabled(place >= 0)

    # --- what is done

    @Slot()
    def _on_open_last(self) -> None:
        if self._last is not None:
            self._session.open(self._last)

    @Slot()
    def _on_sample(self) -> None:
        self._session.open_sample(str(self.samples.currentData() or SAMPLE_PLAN))

    @Slot()
    def _on_make(self) -> None:
        self._name_store(self._plans[self.plans.currentIndex()])

    @Slot()
    def _on_plan_file(self) -> None:
        start = self._session.surroundings.data_folder
        messages.choose_file(self, "Chọn tệp kế hoạch", start, messages.PLAN_FILES, self._on_plan_chosen)

    def _on_plan_chosen(self, path: Path) -> None:
        self._files.task(self, partial(_read_plan, path)).on_success(self._name_store).start()

    def _name_store(self, plan: Plan) -> None:
        """Make the officer's own store in its usual place; where one is there already, ask for another name."""
        usual = self._session.surroundings.default_store
        if not usual.exists():
            self._ask_further(plan, usual)
            return
        proposed = usual.with_name(f"so-moi{STORE_SUFFIX}")
        messages.name_file(self, "Đặt tên cho sổ mới", proposed, messages.STORE_FILES, partial(self._ask_further, plan))

    def _ask_further(self, plan: Plan, path: Path) -> None:
        """Ask for name, letterhead and calendar; all is filled in already."""
        from ui.first_run.form import FirstRunForm
        from ui.first_run.making import NewStore

        form = FirstRunForm(self._session, self._files, NewStore(path, plan), self)
        form.given.connect(self._on_given)
        form.open()

    @Slot(object)
    def _on_given(self, new: NewStore) -> None:
        from ui.first_run.making import make_store

        around = self._session.surroundings
        self._session.begin(partial(make_store, new, around.user, around.now()))

    @Slot()
    def _on_open_file(self) -> None:
        start = self._session.surroundings.data_folder
        messages.choose_file(self, "Chọn tệp sổ", start, messages.STORE_FILES, self._session.open)


def built_in() -> tuple[Plan, ...]:
    """Read the plans that come with the app; for a thread beside the window's."""
    from importers.plan_files import built_in_plans, load_plan

    return tuple(load_plan(name) for name in built_in_plans())


def _read_plan(path: Path) -> Plan:
    from importers.plan_files import load_plan

    return load_plan(str(path))


def place_of(province: str) -> str:
    """Return a province with what it is; six cities stand beside the provinces."""
    return f"{'thành phố' if province in CITIES else 'tỉnh'} {province}"


def _row(first: QWidget, *buttons: QWidget) -> QHBoxLayout:
    """Lay out what is chosen, and beside it the buttons."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(first, 1)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    return row
