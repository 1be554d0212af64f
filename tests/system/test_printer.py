"""A real print queue: what reaches the paper, what stands in the queue about it, and what is said when it is away.

The queue is one of its own: a `cupsd` whose settings, spool, logs and socket lie in a temporary folder. Only the
settings of the PDF printer have to stand in the machine's folder meanwhile, under a name of their own.
"""

import os
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.prints import DeliveredHow
from mentorapp.exchange.packs import one_job
from mentorapp.exchange.prints import MadePrint, preview_plan
from mentorapp.language import Texts
from mentorapp.store.opening import OpenStore
from mentorapp.store.overviews import list_lines
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.print_log import list_prints
from ui.parts import Parts
from ui.printing import JOB_TITLE, Printing, cancel, list_printers, send
from ui.requests import PrintRequest
from ui.screens.preview import PrintPreview
from ui.tasks import Tasks
from ui.theme import Theme, ThemeChoice

pytestmark = pytest.mark.system

QUEUE = "Prov"
MODEL = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
PATIENCE_SECONDS = 30

SCHEDULER = """
LogLevel debug
MaxLogSize 0
Listen {folder}/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """
SystemGroup root
ServerRoot {folder}/settings
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
AccessLog {folder}/logs/access
ErrorLog {folder}/logs/error
PageLog {folder}/logs/page
Printcap {folder}/printcap
Sandboxing relaxed
"""
PDF_PRINTER = """
Out {folder}/paper
AnonDirName {folder}/paper
Spool {folder}/pdf
GSTmp {folder}/ghostscript
Log {folder}/logs
LogType 7
"""


@dataclass(frozen=True)
class Queue:
    """The private scheduler and its one printer."""

    folder: Path
    process: "subprocess.Popen[bytes]"

    @property
    def printing(self) -> Printing:
        return Printing(QUEUE)

    def wait_for_paper(self) -> Path:
        """The PDF that came out, once the job has left the queue."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            paper = list((self.folder / "paper").iterdir())
            if paper and not told("lpstat", "-o"):
                return paper[0]
            time.sleep(0.2)
        pytest.fail(f"nothing was printed: {(self.folder / 'logs' / 'error').read_text(errors='replace')[-3000:]}")

    def known(self) -> str:
        """Everything that the queue says or logs about its jobs, but for the paper itself."""
        logs = "".join(file.read_text(errors="replace") for file in (self.folder / "logs").iterdir())
        jobs = "".join(
            file.read_bytes().decode("latin-1") for file in (self.folder / "spool").iterdir() if file.name[0] == "c"
        )
        names = " ".join(file.name for file in self.folder.rglob("*"))
        return logs + jobs + names + told("lpstat", "-l", "-W", "all", "-o")


def told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def queue(
    needs: Callable[..., None], lacking: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Queue]:
    needs("cupsd", "lp", "lpadmin", "lpstat", "gs", "pdftotext", "pdftocairo")
    if not Path(MODEL).exists():
        lacking("not on this system: printer-driver-cups-pdf")
    if os.geteuid() != 0:
        lacking("a private print queue needs root")
    # Short, for the name of a socket, and open to the scheduler's own account.
    with tempfile.TemporaryDirectory(prefix="queue") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("settings", "logs", "paper", "ghostscript"):
            (folder / part).mkdir()
        (folder / "cupsd.conf").write_text(SCHEDULER.format(folder=folder))
        (folder / "files.conf").write_text(FILES.format(folder=folder))
        settings = Path(f"/etc/cups/cups-pdf-{folder.name}.conf")
        monkeypatch.setenv("CUPS_SERVER", str(folder / "cups.sock"))
        scheduler = ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
        with subprocess.Popen(scheduler, stderr=subprocess.DEVNULL) as process:
            try:
                wait_until_running(lacking, process)
                settings.write_text(PDF_PRINTER.format(folder=folder).lstrip())
                # Of the ways to PostScript only Cairo's keeps letters readable for `pdftotext` on the other side.
                options = ["-o", "PageSize=A4", "-o", "pdftops-renderer-default=pdftocairo"]
                printer = ["lpadmin", "-p", QUEUE, "-v", f"cups-pdf:/{folder.name}", "-P", MODEL, "-E", *options]
                subprocess.run(printer, check=True, capture_output=True)
                yield Queue(folder, process)
            finally:
                process.terminate()
                process.wait(timeout=20)
                settings.unlink(missing_ok=True)


def wait_until_running(lacking: Callable[[str], None], process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while "not running" in told("lpstat", "-r"):
        if process.poll() is not None or time.monotonic() > until:
            lacking("the print scheduler does not start here")
        time.sleep(0.1)


@pytest.fixture
def made(sample: OpenStore) -> MadePrint:
    """Min plan of Birk Provare."""
    return preview_plan(sample.store, birk(sample), texts=Texts("sv"), easy=False)


def birk(sample: OpenStore) -> UUID:
    with sample.store.read() as session:
        return next(line.mentee_id for line in list_lines(session) if line.full_name == "Birk Provare")


def test_min_plan_comes_out_of_the_printer_with_its_goals(queue: Queue, made: MadePrint, sample: OpenStore) -> None:
    send(made.pdf, queue.printing)
    words = told("pdftotext", "-layout", str(queue.wait_for_paper()), "-").split()
    with sample.store.read() as session:
        plan = gather_plan_sheet(session, birk(sample), and_word="och")
    texts = [goal.wording for goal in plan.goals] + [step.text for goal in plan.goals for step in goal.steps]
    assert len(texts) > 5
    assert not Counter(" ".join(texts).split()) - Counter(words)
    assert "Birk" in words


def test_the_paper_looks_like_the_preview(queue: Queue, made: MadePrint, sample: OpenStore) -> None:
    send(made.pdf, queue.printing)
    paper = picture(queue.wait_for_paper().read_bytes())
    other = preview_plan(sample.store, birk(sample), texts=Texts("sv"), easy=True)
    # Edges of letters fall a little differently after a detour by way of PostScript.
    assert difference(paper, picture(made.pdf)) < 0.01
    assert difference(paper, picture(other.pdf)) > 0.03


def difference(one: bytes, other: bytes) -> float:
    """The share of dots that are clearly lighter or darker."""
    assert len(one) == len(other)
    return sum(abs(a - b) > 80 for a, b in zip(one, other, strict=True)) / len(one)


def picture(pdf: bytes) -> bytes:
    """The first page in grey, a byte for each dot."""
    command = ["pdftoppm", "-gray", "-r", "40", "-f", "1", "-l", "1", "-"]
    pages = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    assert pages.startswith(b"P5")
    return pages.split(b"\n", 3)[3]


def test_the_queue_knows_no_name(queue: Queue, made: MadePrint) -> None:
    send(made.pdf, queue.printing)
    paper = queue.wait_for_paper()
    known = queue.known()
    assert JOB_TITLE in known
    for word in ("Birk", "Provare", made.file_name, made.number):
        assert word not in known
        assert word not in paper.name


def test_the_printer_is_offered_in_the_dialog(queue: Queue, qapp: object) -> None:
    assert QUEUE in list_printers()


def test_copies_and_both_sides_reach_the_queue(queue: Queue, made: MadePrint) -> None:
    send(made.pdf, Printing(QUEUE, copies=2, duplex=True, greyscale=True))
    queue.wait_for_paper()
    known = queue.known()
    assert "sides=two-sided-long-edge" in known
    assert "print-color-mode=monochrome" in known
    assert '[Job 1] argv[4]="2"' in known


def test_we_leave_no_file_behind(
    queue: Queue, made: MadePrint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(ours))
    monkeypatch.setattr(tempfile, "tempdir", str(ours))
    send(made.pdf, queue.printing)
    queue.wait_for_paper()
    assert list(ours.rglob("*")) == []


@pytest.mark.parametrize("trouble", ["unknown", "refusing", "no scheduler", "no lp"])
def test_a_printer_that_does_not_answer_is_said_in_plain_words(
    queue: Queue, made: MadePrint, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    printing = Printing("Annan") if trouble == "unknown" else queue.printing
    if trouble == "refusing":
        subprocess.run(["cupsreject", QUEUE], check=True)
    elif trouble == "no scheduler":
        queue.process.terminate()
        queue.process.wait(timeout=20)
    elif trouble == "no lp":
        monkeypatch.setenv("PATH", str(queue.folder))
    with pytest.raises(WorldFault) as caught:
        send(made.pdf, printing)
    assert Texts("sv").error(caught.value) == "Skrivaren svarar inte. Papperen ligger kvar här."
    assert list((queue.folder / "paper").iterdir()) == []


class Desk(Parts):
    """The real way to the printer; only the system's dialog is answered beforehand."""

    def __init__(self, printing: Printing) -> None:
        self.printing = printing

    def ask_printer(self, window: QWidget) -> Printing | None:
        return self.printing


def test_the_preview_keeps_the_paper_until_the_printer_answers(
    queue: Queue, sample: OpenStore, qtbot: QtBot, qapp: QApplication
) -> None:
    tasks, texts, whose = Tasks(lambda error: pytest.fail(repr(error))), Texts("sv"), birk(sample)
    preview = PrintPreview(sample.store, texts, Theme(qapp, ThemeChoice.LIGHT), tasks, Desk(queue.printing))
    qtbot.addWidget(preview)
    preview.show()
    preview.open(PrintRequest(whose, easy=False))
    preview.focus_first()
    qtbot.waitUntil(lambda: preview.made is not None, timeout=20_000)
    shown = preview.pages.count

    subprocess.run(["cupsreject", QUEUE], check=True)
    QTest.keyClick(preview.print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(preview.strip.isVisible, timeout=20_000)
    assert preview.strip.sentence() == "Skrivaren svarar inte. Papperen ligger kvar här."
    assert (preview.made is not None, preview.pages.count) == (True, shown)
    assert printed(sample, whose) == []

    subprocess.run(["cupsaccept", QUEUE], check=True)
    preview.strip.button.click()
    queue.wait_for_paper()
    qtbot.waitUntil(lambda: printed(sample, whose) == [DeliveredHow.PRINTER], timeout=20_000)
    assert not preview.strip.isVisible()
    tasks.close()


def printed(sample: OpenStore, whose: UUID) -> list[DeliveredHow]:
    with sample.store.read() as session:
        return [one.delivered_how for one in list_prints(session, whose)]


def test_a_pack_is_one_job_in_the_order_of_its_papers(queue: Queue, sample: OpenStore) -> None:
    papers = [preview_plan(sample.store, birk(sample), texts=Texts("sv"), easy=easy) for easy in (False, True, False)]
    job = send(one_job(papers), queue.printing)
    assert job == f"{QUEUE}-1"
    came = queue.wait_for_paper()
    pages = [picture(page) for page in single_pages(came.read_bytes())]
    sent = [page for paper in papers for page in single_pages(paper.pdf)]
    assert len(pages) == len(sent) == sum(paper.pages for paper in papers)
    assert all(difference(one, picture(other)) < 0.01 for one, other in zip(pages, sent, strict=True))


def single_pages(pdf: bytes) -> list[bytes]:
    found = []
    with pikepdf.open(BytesIO(pdf)) as whole:
        for page in whole.pages:
            with pikepdf.new() as one:
                one.pages.append(page)
                out = BytesIO()
                one.save(out)
                found.append(out.getvalue())
    return found


def test_a_job_that_waits_is_taken_out_of_the_queue(queue: Queue, made: MadePrint) -> None:
    subprocess.run(["cupsdisable", QUEUE], check=True)
    job = send(made.pdf, queue.printing)
    assert job in told("lpstat", "-o")
    cancel(job)
    assert job not in told("lpstat", "-o")
    assert list((queue.folder / "paper").iterdir()) == []
    with pytest.raises(WorldFault):
        cancel(f"{QUEUE}-99")
