"""Nothing leaks to disk: canary words in every field, the whole program used, and every written file looked through.

A trace tells which files were written at all, those that were removed since too.
"""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Text, select
from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.mentees import Address, IdNumberType
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.scales import NewScale, ScaleItem, ScaleKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.orders import KINDS
from mentorapp.sample import fill_sample
from mentorapp.store.attachments import add_attachment
from mentorapp.store.intake import decline
from mentorapp.store.keys import FLOOR
from mentorapp.store.measurements import add_measurement
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.opening import create_store, open_store
from mentorapp.store.overviews import list_lines
from mentorapp.store.programmes import list_programmes, set_target
from mentorapp.store.scale_definitions import add_scale
from mentorapp.store.snoozes import put_away
from mentorapp.store.tables import Table
from mentorapp.store.tables.types import JsonTuple
from mentorapp.store.word_lists import add_word
from tests.store.everything_at_meetings import consents_and_meetings

NOT_WALKED = frozenset({"P09", "P17"})
"""A consent to sign is printed from its own sheet; the record of a disposal is about nobody."""

pytestmark = pytest.mark.system

CANARY = "Zqkanarie"
PASSPHRASE = "zqkanarie mossa kanot trumpet"
# Keys of the program's own, and the alias, which is made to be seen.
STRUCTURE = frozenset(
    {
        "consent.scope",
        "disposal.counts",
        "agenda_item.code",
        "meeting_choice.recipient_key",
        "meeting_choice.items",
        "meeting_choice.left_out",
        "meeting_choice.classes",
        "meeting_wording.item",
        "goal.area",
        "level.code",
        "level.shape",
        "programme.ladder_code",
        "mentee.display_alias",
    }
    | {"mentor_profile.work_days", "mentor_profile.holidays"}
    | {"list_word.code", "list_word.more", "decline.month", "snooze.rule"}
    | {"scale_definition.code", "scale_definition.mirror_of", "scale_item.code", "scale_mark.item"}
    | {"scale_response.code", "scale_response.round_of", "workplace.sector", "workplace.instruction_form"}
    | {"placement.instruction_form"}
)
PLACES_OF_FORMS = frozenset(
    {"around", "closing", "contacts", "details", "groups", "mentees", "network", "placement", "register", "scales"}
    | {"meetings", "settings", "work", "workplaces"}
)
# The files of the store, its header with the copy before, and who holds it.
STORE_FILES = re.compile(r"prov\.mentor(-wal|-shm|-journal|\.lock|\.header(\.previous)?)?(\.part)?")
SOCKET = re.compile(r"mentor-[0-9a-f]{16}\.\d+")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
WRITTEN = re.compile(r'^\d+ +(?:openat\(AT_FDCWD|open\(|creat\()[^"]*"([^"]+)".*(?:O_WRONLY|O_RDWR|O_CREAT|creat)')
RENAMED = re.compile(r'^\d+ +rename(?:at2?)?\(.*"([^"]+)"[^"]*\) += 0')


def fill_with_canaries(session: Session) -> None:
    """Every text in every row becomes a canary that says where it stands; no field is without a row."""
    for mapper in Table.registry.mappers:
        table = mapper.class_.__tablename__
        if not mapper.class_.journaled or table == "setting":
            continue
        rows = session.scalars(select(mapper.class_)).all()
        assert rows, f"no row in {table}"
        for column in mapper.columns:
            if f"{table}.{column.key}" in STRUCTURE or type(column.type) not in (Text, JsonTuple):
                continue
            for number, row in enumerate(rows):
                word = f"{CANARY} å {table} {column.key} {number}"
                setattr(row, column.key, (word,) if isinstance(column.type, JsonTuple) else word)


def inflated(data: bytes) -> Iterator[bytes]:
    """The data, and whatever in it can be inflated."""
    yield data
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", data):
        try:
            yield zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data[start.start() :], 50_000_000)
        except zlib.error:
            continue


def leaks(data: bytes) -> bool:
    words = [word.encode(encoding) for word in (CANARY, CANARY.lower()) for encoding in ENCODINGS]
    return any(word in part for part in inflated(data) for word in words)


def is_print(data: bytes) -> bool:
    return any(b"%PDF" in part for part in inflated(data))


@dataclass(frozen=True)
class Use:
    """What one use of the program left: its folder, what it said, and the paths that it wrote."""

    home: Path
    saved: Path
    said: bytes
    written: frozenset[Path]

    @property
    def store(self) -> Path:
        return self.home / "profile" / "prov.mentor"

    def files(self) -> list[Path]:
        return [path for path in self.home.rglob("*") if path.is_file() and not path.is_symlink()]


@pytest.fixture(scope="module")
def use(needs: Callable[..., None], root: Path, tmp_path_factory: pytest.TempPathFactory) -> Use:
    needs("strace")
    home = tmp_path_factory.mktemp("home")
    profile, saved, trace = home / "profile", home / "plan.pdf", tmp_path_factory.mktemp("trace") / "trace"
    make_store(profile)
    paper = home / "bin"
    paper.mkdir()
    (paper / "lp").write_text("#!/bin/sh\nexec cat >/dev/null\n")
    (paper / "lp").chmod(0o755)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "DBUS_", "COV_"))}
    environment |= {name: str(home) for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR")}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"PYTHONPATH": str(root), "PATH": f"{paper}:{os.environ['PATH']}", "PYTHONFAULTHANDLER": "1"}
    tracer = ["strace", "-f", "-qq", "-s", "400", "-e", "trace=/^(open|creat|rename).*", "-o", str(trace)]
    script = [sys.executable, str(Path(__file__).with_name("walkthrough.py")), str(profile), str(saved)]
    done = subprocess.run(
        [*tracer, *script],
        input=f"{PASSPHRASE}\n".encode(),
        env=environment,
        cwd=home,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-6000:]
    assert done.stdout.endswith(b"locked\n")
    return Use(home, saved, done.stdout + done.stderr, frozenset(written(trace, home)))


def make_store(profile: Path) -> None:
    profile.mkdir()
    opened = create_store(profile / "prov.mentor", PASSPHRASE, cost=FLOOR)
    fill_sample(opened.store, opened.store.clock.today())
    with opened.store.write("sample_filled") as session:
        add_what_no_sample_has(session)
        fill_with_canaries(session)
    opened.close()
    (profile / "preferences.json").write_text(f'{{"store": "{profile / "prov.mentor"}"}}')


def add_what_no_sample_has(session: Session) -> None:
    """Who said no is gone from the list of the twelve; a number that gave way to another stays with the person."""
    somebody = list_lines(session)[0].mentee_id
    change_mentee(session, somebody, addresses=(Address(address="Provgatan 1"),))
    for kind, number in ((IdNumberType.SAMORDNINGSNUMMER, "prov 1"), (IdNumberType.PERSONNUMMER, "prov 2")):
        change_mentee(session, somebody, id_number=number, id_number_type=kind, id_number_unchecked=True)
    add_attachment(session, somebody, "prov.txt", f"{CANARY} content of a file".encode(), info_class=InfoClass.PLAN)
    put_away(session, somebody, Rule.SILENCE, "prov", until=None, reason="prov")
    add_word(session, WordList.TOPIC, "prov", "prov", more={"prov": f"{CANARY} more of a word"})
    add_measurement(session, somebody, "prov", session.info["clock"].today(), value="1", info_class=InfoClass.EDU)
    question = ScaleItem(code="", text_sv="prov", left_sv="nej", right_sv="ja")
    add_scale(session, NewScale(code="", kind=ScaleKind.VAS_FORM, title_sv="prov", items=(question,)))
    consents_and_meetings(session, session.info["clock"].today(), somebody)
    set_target(session, list_programmes(session)[0].id, "prov", 1)
    decline(session, add_mentee(session, "Prov"), "prov")


def written(trace: Path, folder: Path) -> Iterator[Path]:
    for line in trace.read_text(errors="replace").splitlines():
        found = WRITTEN.search(line) or RENAMED.search(line)
        if found and "= -1" not in line:
            yield folder / found[1]


def test_the_search_finds_what_it_should(use: Use) -> None:
    for encoding in ENCODINGS:
        assert leaks(b"\x00\x01" + f"en {CANARY} här".encode(encoding))
        assert leaks(b"%PDF" + zlib.compress(f"en {CANARY.lower()} här".encode(encoding)))
    assert not leaks(b"en vanlig text")


def test_a_print_is_known_by_its_first_bytes(use: Use, needs: Callable[..., None]) -> None:
    """Letters on paper are numbers of shapes: no search for words finds them, so no PDF may lie about at all."""
    needs("pdftotext")
    assert is_print(use.saved.read_bytes())
    assert is_print(zlib.compress(use.saved.read_bytes()))
    read = subprocess.run(["pdftotext", str(use.saved), "-"], capture_output=True, check=True)
    assert leaks(read.stdout)


def test_everything_was_really_used(use: Use) -> None:
    """Seen from the store afterwards: a draft, a print, a file; and the words are there."""
    opened = open_store(use.store, PASSPHRASE)
    with opened.store.raw() as raw:
        drafts = dict(raw.execute("SELECT form, content FROM draft"))
        printed = {(row[0], row[1]) for row in raw.execute("SELECT template, delivered_how FROM print_log")}
        interests = [row[0] for row in raw.execute("SELECT interests FROM vocational_profile")]
        names = {row[0] for row in raw.execute("SELECT preferred_name FROM mentee")}
    opened.close()
    assert any(f"{CANARY} typed note" in draft for draft in drafts.values())
    begun = {form.partition(":")[0] for form, content in drafts.items() if f"{CANARY} typed in a form" in content}
    assert len(begun) > 35
    assert any(f"{CANARY} typed on a page" in words for words in interests)
    assert {form.partition(".")[0] for form in begun} >= PLACES_OF_FORMS
    printer = {(one, DeliveredHow.PRINTER.value) for one in set(KINDS) - NOT_WALKED}
    assert printed == printer, "the same paper as a file is the same line"
    assert len(names) == 13
    assert all(name.startswith(f"{CANARY} å mentee preferred_name") for name in names)


def test_no_file_but_the_one_that_was_asked_for_holds_a_word(use: Use) -> None:
    looked_at = [path for path in use.files() if path != use.saved]
    assert use.store in looked_at
    assert [path for path in looked_at if leaks(path.read_bytes())] == []
    assert [path for path in looked_at if is_print(path.read_bytes())] == []


def test_the_files_of_the_store_are_not_readable(use: Use) -> None:
    files = [path for path in use.store.parent.iterdir() if path.is_file() and path.name.startswith("prov")]
    assert len(files) >= 2
    for path in files:
        assert not leaks(path.read_bytes())
        assert b"SQLite format 3" not in path.read_bytes()


def test_what_the_program_says_holds_no_word(use: Use) -> None:
    assert b"ValueError" in use.said
    assert not leaks(use.said)


def test_nothing_was_written_elsewhere_not_even_for_a_moment(use: Use) -> None:
    """Store, preferences, the file that was asked for, the socket of a second start, and a cache of Fontconfig."""
    assert {use.store, use.saved} <= use.written
    foreign = {
        path
        for path in use.written
        if not (path.parent == use.store.parent and STORE_FILES.fullmatch(path.name))
        and not path.is_relative_to(use.home / ".cache" / "fontconfig")
        and path.name not in ("preferences.json", "preferences.json.part")
        and not (path.parent == use.home and SOCKET.fullmatch(path.name))
        and path not in (use.saved, use.saved.with_name(use.saved.name + ".part"))
        and path != Path(os.devnull)
    }
    assert foreign == set()


def test_no_file_name_has_a_name(use: Use) -> None:
    names = " ".join(str(path) for path in [*use.files(), *use.written])
    assert CANARY.lower() not in names.lower()
