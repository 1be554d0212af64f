"""From the words on the command line to a verb, and from whatever goes wrong to one sentence and an exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from mentorapp.domain.errors import MentorError, WorldFault
from mentorapp.language import Texts

from .arguments import VERBS, help_of, language_of, overview, parse

_OK, _FAULT, _MISTAKE, _INTERRUPTED = 0, 1, 2, 130
_HELP = frozenset({"-h", "--help", "help"})
_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """`arguments` without the name of the program; gives the exit code."""
    _keep_to_this_process()
    words = list(sys.argv[1:] if arguments is None else arguments)
    texts = Texts(language_of([]))
    try:
        texts = Texts(language_of(words))
        return _run(words, texts)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone: not a fault. Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAULT
    except Exception as error:  # noqa: BLE001 - the one place where the terminal meets what nobody foresaw
        return _told(error, texts)


def _run(words: list[str], texts: Texts) -> int:
    if not words or words[0] in _HELP:
        (sys.stdout if words else sys.stderr).write(overview(texts))
        return _OK if words else _MISTAKE
    asked = parse(words, texts)
    if asked.help:
        sys.stdout.write(help_of(words[0], texts))
        return _OK
    # A verb's module comes with the database or the printing: only the one that is asked for is loaded.
    verb = getattr(import_module(f".{VERBS[words[0]].module}", __package__), f"{words[0]}_")
    verb(asked, texts)
    sys.stdout.flush()
    return _OK


def _told(error: Exception, texts: Texts) -> int:
    """The sentence on standard error, and the code. A bug is named by type and place; values stay untold."""
    from mentorapp.store.faults import fault_behind

    known = error if isinstance(error, MentorError) else fault_behind(error)
    if known is None:
        sentence = texts("cli.bug", kind=type(error).__name__, place=_place_of(error))
    else:
        sentence = texts.error(known)
    sys.stderr.write(sentence + "\n")
    return _MISTAKE if known is not None and not isinstance(known, WorldFault) else _FAULT


def _place_of(error: Exception) -> str:
    """File and line of our own code that was last at work."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_ROOT / "mentorapp"):
            place = f"{file.relative_to(_ROOT)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _keep_to_this_process() -> None:
    """No core dump holds what is in memory, and a name that the terminal cannot show is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
