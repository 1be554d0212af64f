"""Sets the program up and starts it: `python3 start.py [setup | demo | test [pytest arguments]]`.

Standard library only, and parsable by Python 3.6, so that an old Python can say what is missing instead of showing a
syntax error. The sentences stand in `resources/translations/<language>/start.json`.
"""

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "mentor-setup.json"
PICTURES = ROOT / "out" / "demo"
NEEDS = (3, 11)
UV = "uv>=0.13,<1"
ON_WINDOWS = os.name == "nt"
SWEDISH_ON_WINDOWS = 0x1D

# What Qt loads from the system, and the Debian package that has it.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class StartError(Exception):
    """The work cannot go on; the text says why and what one can do."""


def language() -> str:
    """Swedish where the machine speaks Swedish, else English."""
    if ON_WINDOWS:
        windll = getattr(ctypes, "windll")  # noqa: B009 - the name exists on Windows only
        primary = int(windll.kernel32.GetUserDefaultUILanguage()) & 0x3FF
        return "sv" if primary == SWEDISH_ON_WINDOWS else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "sv" if os.environ[name].lower().startswith("sv") else "en"
    return "en"


def text(key: str, **values: str) -> str:
    path = ROOT / "resources" / "translations" / language() / "start.json"
    texts = json.loads(path.read_text(encoding="utf-8"))
    return str(texts[key]).format(**values)


def say(key: str, **values: str) -> None:
    print(text(key, **values), flush=True)


def venv_program(name: str) -> Path:
    return VENV / "Scripts" / (name + ".exe") if ON_WINDOWS else VENV / "bin" / name


def child_environment() -> "dict[str, str]":
    """UTF-8 whatever the locale says, and no other environment in the way of `.venv`."""
    environment = dict(os.environ, PYTHONUTF8="1")
    for name in ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH"):
        environment.pop(name, None)
    environment["UV_PROJECT_ENVIRONMENT"] = str(VENV)
    environment["UV_PYTHON_DOWNLOADS"] = "never"
    # The certificates of the machine, as pip uses them: some workplaces look into encrypted traffic.
    environment.setdefault("UV_SYSTEM_CERTS", "true")
    return environment


def run(command: "list[str]", environment: "dict[str, str] | None" = None) -> int:
    return subprocess.call(command, cwd=str(ROOT), env=environment or child_environment())


def succeeds(command: "list[str]") -> bool:
    """Whether the command ends well; what it prints is not shown."""
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


# System libraries


def has_screen() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_missing(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def missing_libraries(window: bool) -> "dict[str, str]":
    """The system libraries that Qt will not find, with their Debian packages."""
    if sys.platform != "linux":
        return {}
    wanted = dict(OFFSCREEN_LIBRARIES)
    if window:
        wanted.update(WINDOW_LIBRARIES)
    return {library: package for library, package in wanted.items() if is_missing(library)}


def administrator() -> "list[str] | None":
    """What to put before a command that changes the system; None when this user may not."""
    if os.geteuid() == 0:  # type: ignore[attr-defined, unused-ignore]
        return []
    if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def install_packages(packages: "list[str]") -> bool:
    """Debian packages by apt-get, when this user may; False leaves it to the user."""
    prefix = administrator()
    if prefix is None:
        return False
    say("installing_packages", packages=" ".join(packages))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    run([*apt, "update"])  # A list that cannot be renewed may still do.
    return run([*apt, "install", "-y", "--no-install-recommends", *packages]) == 0


def is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def ensure_libraries(window: bool) -> None:
    missing = missing_libraries(window)
    if not missing:
        return
    if not is_debian():
        raise StartError(text("libraries_missing", libraries=" ".join(sorted(missing))))
    packages = sorted(missing.values())
    if not install_packages(packages) or missing_libraries(window):
        raise StartError(text("install_yourself", command="sudo apt-get install -y " + " ".join(packages)))


# The environment


def fingerprint() -> "dict[str, str]":
    """What the environment was made from; the folder is in it because scripts hold its path."""
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml", "start.py"):
        digest.update((ROOT / name).read_bytes())
    return {"from": digest.hexdigest(), "folder": str(ROOT)}


def stamp() -> "dict[str, str]":
    try:
        content = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def ensure_environment() -> None:
    """`.venv` as the lock says; nothing is run when it already is."""
    was = stamp()
    if was == fingerprint() and venv_program("python").exists():
        return
    moved = was.get("folder", str(ROOT)) != str(ROOT)
    if moved or not succeeds([str(venv_program("python")), "-c", "pass"]):
        make_environment()
    ensure_uv()
    say("syncing")
    # Inexact: uv and pip are not in the lock and would be taken out again.
    if run([str(venv_program("uv")), "sync", "--frozen", "--inexact"]) != 0:
        install_by_pip()
    STAMP.write_text(json.dumps(fingerprint()), encoding="utf-8")


def make_environment() -> None:
    say("making_environment")
    if not succeeds([sys.executable, "-c", "import ensurepip, venv"]):
        python = "python{}.{}-venv".format(*sys.version_info[:2])
        if not is_debian() or not install_packages([python]):
            raise StartError(text("install_yourself", command="sudo apt-get install -y " + python))
    if run([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise StartError(text("environment_not_made", folder=str(VENV)))


def ensure_uv() -> None:
    """uv in `.venv`, by pip with pip's own settings of this machine."""
    if succeeds([str(venv_program("uv")), "--version"]):
        return
    python = str(venv_program("python"))
    if not succeeds([python, "-m", "pip", "--version"]) and run([python, "-m", "ensurepip", "--upgrade"]) != 0:
        make_environment()
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV]
    if run(pip) != 0:
        raise StartError(text("index_out_of_reach"))


def install_by_pip() -> None:
    """The same versions by pip: it knows mirrors and folders of wheels that uv was not told about."""
    say("syncing_by_pip")
    listed = VENV / "locked-requirements.txt"
    export = [str(venv_program("uv")), "export", "--quiet", "--frozen", "--no-emit-project", "-o", str(listed)]
    pip = [str(venv_program("python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if run(export) != 0 or run([*pip, "-r", str(listed)]) != 0 or run([*pip, "--no-deps", "-e", str(ROOT)]) != 0:
        raise StartError(text("index_out_of_reach"))


# The verbs


def setup() -> int:
    ensure_libraries(window=has_screen())
    ensure_environment()
    say("ready", command=str(venv_program("mentorapp").relative_to(ROOT)))
    return 0


def open_program() -> int:
    if not has_screen():
        raise StartError(text("no_screen"))
    ensure_libraries(window=True)
    ensure_environment()
    return run([str(venv_program("python")), "-m", "ui.start"])


def demo() -> int:
    """The window on the sample people; without a screen its picture and the printed plan, as files."""
    window = has_screen()
    ensure_libraries(window)
    ensure_environment()
    command = [str(venv_program("python")), "-m", "ui.start", "--demo"]
    if window:
        return run(command)
    PICTURES.mkdir(parents=True, exist_ok=True)
    outcome = run([*command, "--pictures", str(PICTURES)], dict(child_environment(), QT_QPA_PLATFORM="offscreen"))
    if outcome == 0:
        say("pictures_written", folder=str(PICTURES))
        for path in sorted(PICTURES.iterdir()):
            print("  " + path.name)
    return outcome


def test(arguments: "list[str]") -> int:
    """The everyday tests. Arguments go to pytest; a `-m` or `-n` among them wins over ours."""
    ensure_libraries(window=False)
    ensure_environment()
    workers = str(max(1, min(4, os.cpu_count() or 1)))
    everyday = ["-m", "not long and not validator and not secretservice and not system", "-n", workers, "-q"]
    command = [str(venv_program("python")), "-m", "pytest", *everyday, *arguments]
    return run(command, dict(child_environment(), QT_QPA_PLATFORM="offscreen"))


def main(arguments: "list[str]") -> int:
    if sys.version_info < NEEDS:
        raise StartError(text("old_python", found="{}.{}".format(*sys.version_info[:2]), needed="{}.{}".format(*NEEDS)))
    verb = arguments[0] if arguments else ""
    if verb == "test":
        return test(arguments[1:])
    verbs = {"": open_program, "setup": setup, "demo": demo}
    if verb not in verbs or len(arguments) > 1:
        print(text("usage"), file=sys.stderr)
        return 0 if verb in ("-h", "--help") else 2
    return verbs[verb]()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StartError as stopped:
        sys.exit(str(stopped))
    except KeyboardInterrupt:
        sys.exit(130)
