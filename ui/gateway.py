"""Work off the window's thread: the lane owns the store, a runner writes files; answers come back as Qt events."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from models.errors import AppError
from ui import messages
from ui.collecting import Collector

if TYPE_CHECKING:
    from models.desk import Desk
    from models.store.connection import Store

T = TypeVar("T")


class Task(Generic[T]):
    """One piece of work and what is done with its answer, which is dropped when the parent is gone by then."""

    def __init__(self, parent: QObject, work: Callable[[], T], runner: Runner) -> None:
        self._parent = parent
        self._work = work
        self._runner = runner
        self._success: list[Callable[[T], object]] = []
        self._failure: list[Callable[[AppError], object]] = []
        self._end: list[Callable[[], object]] = []
        self._answer: T | None = None
        self._error: Exception | None = None

    def on_success(self, callback: Callable[[T], object]) -> Self:
        """Call back on the window's thread with what the work returned."""
        self._success.append(callback)
        return self

    def on_failure(self, callback: Callable[[AppError], object]) -> Self:
        """Call back with the sentence of what could not be done; without this the sentence is shown."""
        self._failure.append(callback)
        return self

    def on_end(self, callback: Callable[[], object]) -> Self:
        """Call back when the work is over, however it went."""
        self._end.append(callback)
        return self

    def start(self) -> None:
        """Put the work in line."""
        self._runner.put(self)

    def run(self) -> None:
        """Do the work; called on the runner's thread."""
        try:
            self._answer = self._work()
        except Exception as error:  # delivered to the window's thread, where a bug reaches the exception hook
            self._error = error

    def deliver(self) -> None:
        """Hand the answer over; called on the window's thread."""
        if not isValid(self._parent):
            self._raise_bug()
            return
        for over in self._end:
            over()
        if self._error is None:
            for succeeded in self._success:
                succeeded(cast(T, self._answer))
        elif isinstance(self._error, AppError):
            for failed in self._failure or [partial(messages.show, self._parent)]:
                failed(self._error)
        self._raise_bug()

    def _raise_bug(self) -> None:
        """Let what is no sentence for the officer reach the exception hook."""
        if self._error is not None and not isinstance(self._error, AppError):
            raise self._error


class Runner(QObject):
    """One thread that does one task after the other, in the order in which they were started."""

    busy_changed = Signal(bool)
    _done = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: SimpleQueue[Task[Any] | None] = SimpleQueue()
        self._waiting = 0
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._collector = Collector(self)
        self._thread = Thread(target=self._work_through, name=name, daemon=True)
        self._thread.start()

    def task(self, parent: QObject, work: Callable[[], T]) -> Task[T]:
        """Return a task for this thread, to be started."""
        return Task(parent, work, self)

    def put(self, task: Task[Any]) -> None:
        """Put a task in line."""
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)
        self._line.put(task)

    def is_busy(self) -> bool:
        """Tell whether a task is under way or waits."""
        return self._waiting > 0

    def stop(self) -> None:
        """Wait until all that was started is done, and end the thread."""
        if self._thread.is_alive():
            self._line.put(None)
            self._thread.join()
            self._collector.stop()

    def _work_through(self) -> None:
        while (task := self._line.get()) is not None:
            task.run()
            self._done.emit(task)
        self._finish()

    def _finish(self) -> None:
        """Tidy up on the runner's thread before it ends."""

    @Slot(object)
    def _on_done(self, task: Task[Any]) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.busy_changed.emit(False)
        task.deliver()


class Lane(Runner):
    """The one database lane: its thread alone opens, reads, writes and closes the store."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        self._now = now
        self._desk: Desk | None = None
        super().__init__("database lane", parent)

    def open(self, parent: QObject, make: Callable[[], Store], read: Callable[[Desk], T]) -> Task[T]:
        """Return a task that closes the store that is open, opens another one and reads what is shown first."""
        return self.task(parent, partial(self._open, make, read))

    def ask(self, parent: QObject, work: Callable[[Desk], T]) -> Task[T]:
        """Return a task that reads or changes the open store."""
        return self.task(parent, partial(self._with_desk, work))

    def close_store(self, parent: QObject) -> Task[None]:
        """Return a task that makes the backup, where something was changed, and closes the store."""
        return self.task(parent, self._close)

    def _with_desk(self, work: Callable[[Desk], T]) -> T:
        if self._desk is None:
            raise AppError("Chưa mở sổ nào. Hãy mở một sổ rồi làm lại.")
        return work(self._desk)

    def _open(self, make: Callable[[], Store], read: Callable[[Desk], T]) -> T:
        from models.desk import Desk

        self._close()
        store = make()
        try:
            desk = Desk(store)
            answer = read(desk)
        except BaseException:
            store.close()
            raise
        self._desk = desk
        return answer

    def _close(self) -> None:
        desk, self._desk = self._desk, None
        if desk is None:
            return
        from models.store import backup

        try:
            backup.at_closing(desk.store, self._now())
        finally:
            desk.store.close()

    def _finish(self) -> None:
        """Close what is still open when the computer shuts down; a backup that fails then has nobody to be told."""
        with suppress(AppError):
            self._close()
