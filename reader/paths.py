"""Where things lie: the reader's own data, caches, and what is installed with the program."""

import os
from pathlib import Path


def data_folder(chosen: str | None = None) -> Path:
    """The folder of the reader's data: ``--data``, else ``XIDU_DATA``, else the platform's."""
    named = chosen or os.environ.get("XIDU_DATA")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when a folder is named

    return user_data_path("xidu", appauthor=False)


def cache_folder() -> Path:
    """The folder of what can be made again: ``XIDU_CACHE``, else the platform's."""
    named = os.environ.get("XIDU_CACHE")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("xidu", appauthor=False)
