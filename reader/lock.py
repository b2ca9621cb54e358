"""Only one process at a time writes to a data folder."""

from pathlib import Path

from PySide6.QtCore import QLockFile

from reader.domain.errors import AlreadyOpen, ReadOnly


class DataLock:
    """Holds the folder until released, or until the process ends in whatever way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = QLockFile(str(folder / "library.lock"))
        self._file.setStaleLockTime(0)

    def acquire(self) -> None:
        """Take the lock. Raises AlreadyOpen or ReadOnly."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReadOnly(path=self._folder) from error
        if self._file.tryLock(0):
            return
        if self._file.error() is QLockFile.LockError.LockFailedError:
            raise AlreadyOpen(path=self._folder)
        raise ReadOnly(path=self._folder)

    def release(self) -> None:
        """Give the folder free."""
        self._file.unlock()
