"""The way up from older tables: the same tables in the end, a copy first, all or nothing."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from mentorapp.store import cipher, versions
from mentorapp.store.keys import database_key, new_root
from mentorapp.store.migrations import upgrade
from mentorapp.store.opening import OpenStore, open_store
from mentorapp.store.store import engine_on
from mentorapp.store.tables import Table

_NEXT = versions.SCHEMA_VERSION + 1
_FOLDER = Path(upgrade.__globals__["_FOLDER"])


def test_migrations_lead_to_the_tables_that_are_declared(tmp_path: Path) -> None:
    path, key = tmp_path / "prov.mentor", database_key(new_root())
    cipher.create_file(path, key)
    upgrade(lambda: cipher.connect(path, key), 0, versions.SCHEMA_VERSION)
    engine = engine_on(lambda: cipher.connect(path, key))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Table.metadata)
        assert [d for d in differences if not _is_alembics_own(d)] == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == versions.SCHEMA_VERSION
    engine.dispose()


def _is_alembics_own(difference: object) -> bool:
    return "alembic_version" in str(difference)


def _folder_with_one_more_revision(tmp_path: Path, statement: str) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(_FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"r{_NEXT:04}_trial.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = '{_NEXT:04}', '{_NEXT - 1:04}', None, None\n"
        f"def upgrade() -> None:\n    op.execute('CREATE TABLE trial (one INTEGER)')\n    op.execute({statement!r})\n",
        encoding="utf-8",
    )
    return folder


def test_a_migration_that_fails_half_way_leaves_the_old_store(opened: OpenStore, tmp_path: Path) -> None:
    folder = _folder_with_one_more_revision(tmp_path, "INSERT INTO no_such_table VALUES (1)")
    path, key = opened.store.path, database_key(opened.unlocked.root)
    with pytest.raises(Exception, match="no_such_table"):
        upgrade(lambda: cipher.connect(path, key), _NEXT - 1, _NEXT, folder)
    connection = cipher.connect(path, key)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    assert "trial" not in tables
    assert "alembic_version" not in tables
    assert connection.execute("PRAGMA user_version").fetchone()[0] == _NEXT - 1
    connection.close()


def test_an_older_store_is_copied_and_brought_up(
    opened: OpenStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str
) -> None:
    folder = _folder_with_one_more_revision(tmp_path, "INSERT INTO trial VALUES (7)")
    path, key = opened.store.path, database_key(opened.unlocked.root)
    monkeypatch.setattr(versions, "SCHEMA_VERSION", _NEXT)
    monkeypatch.setattr(
        "mentorapp.store.migrations.upgrade", lambda connect, old, new: upgrade(connect, old, new, folder)
    )
    connection = cipher.connect(path, key)
    assert versions.bring_up_to_date(connection, path, key)
    assert connection.execute("SELECT one FROM trial").fetchone()[0] == 7
    assert not versions.bring_up_to_date(connection, path, key)
    connection.close()
    opened.close()
    monkeypatch.undo()
    copy = open_store(versions.copy_path(path, _NEXT - 1), passphrase)
    with copy.store.raw() as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == _NEXT - 1
        assert cipher.integrity(raw) == []
    copy.close()
