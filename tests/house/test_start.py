"""start.py can be read by an old Python and needs nothing but the standard library."""

import ast
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "start.py"


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py as a module, in English."""
    monkeypatch.setenv("LC_ALL", "C")
    spec = importlib.util.spec_from_file_location("start_under_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(
        command, env=dict(os.environ, **environment), capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_python_3_6_can_read_it() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)


def test_an_old_python_is_told_what_is_needed(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(start.StartError, match=r"This is Python 3\.10\. The program needs Python 3\.11"):
        start.main(["setup"])


@pytest.mark.parametrize(("locale", "word"), [("sv_SE.UTF-8", "Användning"), ("C", "Usage"), ("de_DE.UTF-8", "Usage")])
def test_an_unknown_verb_shows_the_usage_in_the_language_of_the_machine(locale: str, word: str) -> None:
    ended = run("dance", LC_ALL=locale, PYTHONUTF8="1")
    assert ended.returncode == 2
    assert word in ended.stderr
    assert ended.stdout == ""


def test_without_a_screen_the_window_is_not_tried(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(start.StartError, match="no screen"):
        start.main([])


def test_a_missing_library_is_named_with_its_package(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(start.OFFSCREEN_LIBRARIES, "libnowhere.so.9", "libnowhere9")
    assert start.missing_libraries(window=False)["libnowhere.so.9"] == "libnowhere9"


def test_who_may_not_install_is_shown_the_one_line_to_run(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "is_missing", lambda library: library == "libnowhere.so.9")
    monkeypatch.setitem(start.OFFSCREEN_LIBRARIES, "libnowhere.so.9", "libnowhere9")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(start, "is_debian", lambda: True)
    monkeypatch.setattr(start, "administrator", lambda: None)
    with pytest.raises(start.StartError, match="sudo apt-get install -y libnowhere9"):
        start.ensure_libraries(window=False)


def test_the_environment_is_made_anew_only_when_the_lock_changes(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("uv.lock", "pyproject.toml", "start.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    before = start.fingerprint()
    assert start.fingerprint() == before
    (tmp_path / "uv.lock").write_text("another", encoding="utf-8")
    assert start.fingerprint() != before


def test_a_damaged_stamp_counts_as_none(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stamp = tmp_path / "mentor-setup.json"
    monkeypatch.setattr(start, "STAMP", stamp)
    assert start.stamp() == {}
    for content in ("", "{", "[]", "\0"):
        stamp.write_text(content, encoding="utf-8")
        assert start.stamp() == {}
    stamp.write_text(json.dumps({"from": "x"}), encoding="utf-8")
    assert start.stamp() == {"from": "x"}


def test_children_speak_utf_8_and_are_kept_out_of_other_environments(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    environment = start.child_environment()
    assert environment["PYTHONUTF8"] == "1"
    assert "VIRTUAL_ENV" not in environment
    assert "PYTHONPATH" not in environment
