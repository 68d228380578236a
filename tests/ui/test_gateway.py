"""Work off the window's thread: in order, answered on the window's thread, faults handed on."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from models.desk import Desk
from models.errors import AppError
from models.store.connection import Store
from tests.ui.driving import NOW, answer, make_store, wait
from ui.gateway import Lane, Runner


@pytest.fixture
def runner() -> Iterator[Runner]:
    own = Runner("test")
    yield own
    own.stop()
    own.deleteLater()


def _work(done: list[int], number: int) -> threading.Thread:
    done.append(number)
    return threading.current_thread()


def _refuse() -> None:
    raise AppError("Không làm được việc này. Hãy làm lại.")


def _stumble() -> None:
    raise ZeroDivisionError("a bug")


def test_work_is_done_in_order_off_the_windows_thread(qtbot: QtBot, runner: Runner) -> None:
    done: list[int] = []
    answers: list[tuple[int, bool]] = []
    for number in range(20):
        take = partial(lambda n, thread: answers.append((n, thread is threading.main_thread())), number)
        runner.task(runner, partial(_work, done, number)).on_success(take).start()
    assert runner.is_busy()
    wait(qtbot, lambda: not runner.is_busy())
    assert done == list(range(20))
    assert answers == [(number, False) for number in range(20)]


def test_what_cannot_be_done_comes_to_on_failure(qtbot: QtBot, runner: Runner) -> None:
    failures: list[AppError] = []
    ends: list[bool] = []
    runner.task(runner, _refuse).on_failure(failures.append).on_end(lambda: ends.append(True)).start()
    wait(qtbot, lambda: bool(failures))
    assert (failures[0].sentence, ends) == ("Không làm được việc này. Hãy làm lại.", [True])


def test_without_on_failure_the_sentence_is_shown(qtbot: QtBot, runner: Runner) -> None:
    runner.task(runner, _refuse).start()
    assert answer(qtbot, "Đóng") == "Không làm được việc này. Hãy làm lại."


def test_a_bug_reaches_the_exception_hook_with_its_trace(qtbot: QtBot, runner: Runner) -> None:
    with qtbot.captureExceptions() as faults:
        runner.task(runner, _stumble).start()
        wait(qtbot, lambda: bool(faults))
    kind, _, trace = faults[0]
    assert kind is ZeroDivisionError
    assert trace is not None


def test_an_answer_nobody_waits_for_is_dropped(qtbot: QtBot, runner: Runner) -> None:
    answers: list[int] = []
    parent = QObject()
    runner.task(parent, lambda: 57).on_success(answers.append).start()
    parent.deleteLater()
    del parent
    runner.task(runner, lambda: 58).on_success(answers.append).start()
    wait(qtbot, lambda: bool(answers))
    assert answers == [58]


def test_the_lane_alone_touches_the_store(qtbot: QtBot, tmp_path: Path) -> None:
    lane = Lane(lambda: NOW)
    names: list[str] = []
    path = make_store(tmp_path)
    lane.open(lane, lambda: Store.open(path), _thread_name).on_success(names.append).start()
    lane.ask(lane, _thread_name).on_success(names.append).start()
    wait(qtbot, lambda: len(names) == 2)
    assert names == ["database lane"] * 2
    lane.stop()
    Store.open(path).close()  # stopping let the store go


def _thread_name(desk: Desk) -> str:
    assert desk.plan.id == "mau"
    return threading.current_thread().name


def test_nothing_can_be_asked_of_a_closed_store(qtbot: QtBot) -> None:
    lane = Lane(lambda: NOW)
    lane.ask(lane, _thread_name).start()
    assert "Chưa mở sổ nào" in answer(qtbot, "Đóng")
    lane.stop()
