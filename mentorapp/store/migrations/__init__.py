"""The way from older tables to today's, by Alembic, in one transaction. Revision 0001 is `user_version` 1, and so on.

The store's own `user_version` is the truth; Alembic's mark is written from it before every run.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mentorapp.store.store import engine_on

_FOLDER = Path(__file__).resolve().parent


def upgrade(connect: Callable[[], Any], version: int, newest: int, folder: Path = _FOLDER) -> None:
    """Brings the store from `version` to `newest`: all of it or, at a kill or an error, nothing."""
    from alembic import command

    engine = engine_on(connect)
    try:
        with engine.begin() as connection:
            config = configuration(folder)
            config.attributes["connection"] = connection
            if version:
                command.stamp(config, f"{version:04}", purge=True)
            command.upgrade(config, f"{newest:04}")
            connection.exec_driver_sql(f"PRAGMA user_version = {newest}")
            # A new index without statistics can be a hundred times slower than none.
            connection.exec_driver_sql("ANALYZE")
    finally:
        engine.dispose()


def configuration(folder: Path = _FOLDER) -> Any:
    """Alembic's configuration without a file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    return config
