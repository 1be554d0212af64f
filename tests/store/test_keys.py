import hmac
import subprocess
import sys
from dataclasses import dataclass

import pytest

from mentorapp.store import keys
from mentorapp.store.errors import MemoryLowError
from mentorapp.store.keys import DEFAULT, FLOOR, MOST, KdfCost, RootSecret

ROOT = RootSecret(bytes(range(32)))


def test_a_root_secret_never_shows_itself() -> None:
    @dataclass
    class Holder:
        root: RootSecret

    for shown in (repr(ROOT), str(ROOT), f"{ROOT!s:>40}", f"{Holder(ROOT)}", repr(keys.database_key(ROOT))):
        assert "\\x" not in shown
        assert ROOT.hex() not in shown


def test_a_root_secret_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        RootSecret(b"short")


def test_two_new_roots_differ() -> None:
    assert keys.new_root() != keys.new_root()


@pytest.mark.parametrize(
    ("subkey", "purpose"),
    [(keys.database_key, b"database"), (keys.header_key, b"header"), (keys.backup_key, b"backup")],
)
def test_the_subkeys_are_hkdf_as_in_rfc_5869(subkey: object, purpose: bytes) -> None:
    extracted = hmac.digest(bytes(32), ROOT, "sha256")
    expanded = hmac.digest(extracted, b"mentor 1 " + purpose + b"\x01", "sha256")
    assert callable(subkey)
    assert subkey(ROOT) == expanded


def test_a_derived_key_never_changes_between_versions() -> None:
    """A change here locks every store that exists. The answer is that of the reference program `argon2`."""
    key = keys.derive("Åsa går på promenad", b"0123456789abcdef", FLOOR)
    assert key.hex() == "29b3c3612e1c2fa51821d723e392ebe772a52d3fd3f712fd0b7efeb402b11d84"


@pytest.mark.parametrize(
    "cost",
    [
        KdfCost(FLOOR.memory_kib - 1, 3, 4),
        KdfCost(FLOOR.memory_kib, 2, 4),
        KdfCost(FLOOR.memory_kib, 3, 3),
        KdfCost(MOST.memory_kib + 1, 3, 4),
        KdfCost(FLOOR.memory_kib, MOST.time + 1, 4),
        KdfCost(FLOOR.memory_kib, 3, MOST.lanes + 1),
        KdfCost(2**62, 2**62, 2**62),
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_anything_runs(cost: KdfCost) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        keys.derive("x", bytes(16), cost)


@pytest.mark.parametrize(
    "same",
    ["Åsa  går", "A\u030asa  ga\u030ar", "Åsa\u00a0 går", "Åsa \u2003går"],
    ids=["composed", "decomposed", "no-break space", "em space"],
)
def test_the_same_passphrase_from_another_keyboard_is_the_same(same: str) -> None:
    assert keys.normalised(same) == "Åsa  går"


@pytest.mark.parametrize("other", [" fras", "fras ", "Fras", "fras²", "fras2", "fr as"])
def test_a_passphrase_that_reads_differently_is_another_one(other: str) -> None:
    assert keys.normalised(other) != "fras"
    assert keys.normalised("fras²") != keys.normalised("fras2")


def test_a_machine_that_takes_a_second_gets_the_default() -> None:
    assert keys.calibrate(lambda _: 1.0) == DEFAULT


def test_a_fast_machine_gets_more_passes() -> None:
    assert keys.calibrate(lambda _: 0.25) == KdfCost(DEFAULT.memory_kib, 12, 4)


def test_a_slow_machine_gets_less_memory_but_never_under_the_floor() -> None:
    assert keys.calibrate(lambda _: 2.0) == KdfCost(128 * 1024, 3, 4)
    assert keys.calibrate(lambda _: 30.0) == FLOOR


def test_a_machine_without_the_memory_gets_the_floor() -> None:
    assert keys.calibrate(lambda _: float("inf")) == FLOOR


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.3, 0.99, 1.01, 1.9, 5.0, 1e9])
def test_a_calibrated_cost_is_always_within_bounds(seconds: float) -> None:
    assert keys.calibrate(lambda _: seconds).within_bounds()


def test_the_measure_runs_the_real_derivation() -> None:
    assert 0 < keys.seconds_for(FLOOR) < float("inf")


def test_a_derivation_without_memory_is_told_and_measured_as_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    def starve(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(keys, "normalised", starve)
    with pytest.raises(MemoryLowError):
        keys.derive("x", bytes(16), FLOOR)
    assert keys.seconds_for(FLOOR) == float("inf")


@pytest.mark.skipif(sys.platform != "linux", reason="memory limits and their figures as Linux has them")
def test_too_little_memory_is_said_and_no_crash() -> None:
    script = """
import resource
from pathlib import Path
from mentorapp.store import keys
from mentorapp.store.errors import MemoryLowError
keys.derive("x", bytes(16), keys.FLOOR)
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 100 * 2**20, resource.RLIM_INFINITY))
try:
    keys.derive("x", bytes(16), keys.DEFAULT)
except MemoryLowError:
    print(keys.seconds_for(keys.DEFAULT))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("inf", "")
