"""The verbs with their options, read by argparse; every sentence about them is ours, in the user's language."""

import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from mentorapp.domain.errors import InputError
from mentorapp.language import LANGUAGES, Texts

_SWEDISH_ON_WINDOWS = 0x1D
_LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the terminal: where its code is, what it takes in order, and its options."""

    module: str
    takes: tuple[str, ...] = ("store",)
    needs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


VERBS: Mapping[str, Verb] = {
    "new": Verb("stores", options=("recovery-out", "force", "passphrase-file")),
    "demo": Verb("stores", options=("size", "day", "passphrase-file")),
    "check": Verb("stores", options=("passphrase-file",)),
    "list": Verb("lists", takes=(), needs=("store",), options=("json", "not-asked", "passphrase-file")),
    "kaa": Verb("youth_duty", takes=(), needs=("store",), options=("json", "csv", "passphrase-file")),
    "print": Verb(
        "prints",
        takes=("template",),
        needs=("store", "out"),
        options=("mentee", "for", "form", "easy", "force", "passphrase-file"),
    ),
    "incident": Verb("incident", needs=("out",), options=("force", "passphrase-file")),
    "passphrase": Verb("stores", options=("passphrase-file",)),
    "recover": Verb("stores", options=("passphrase-file",)),
}
_FLAGS = frozenset({"csv", "easy", "force", "json", "not-asked"})
_EVERYWHERE = ("language", "help")


class _Parser(ArgumentParser):
    """Raises our own errors; argparse would print its English ones and end the process."""

    def error(self, message: str) -> NoReturn:
        option = re.search(r"--[a-z-]+", message)
        if option:
            raise InputError("arguments", "option_needs_value", option=option[0])
        raise InputError("arguments", "arguments_unclear")


def parse(words: Sequence[str], texts: Texts) -> Namespace:
    """The words of a command line; InputError says which of them cannot be."""
    if words[0] not in VERBS:
        raise InputError("verb", "verb_unknown", verb=shown(words[0]), verbs=", ".join(VERBS))
    verb = VERBS[words[0]]
    parser = _Parser(add_help=False, allow_abbrev=False)
    for name in verb.takes:
        parser.add_argument(name, nargs="?")
    for name in (*verb.needs, *verb.options, "language"):
        if name in _FLAGS:
            parser.add_argument(f"--{name}", action="store_true")
        else:
            parser.add_argument(f"--{name}", dest=_variable(name))
    parser.add_argument("-h", "--help", action="store_true")
    asked, left_over = parser.parse_known_args(list(words[1:]))
    if asked.help:
        return asked
    if left_over:
        raise InputError("arguments", "argument_left_over", word=shown(left_over[0]))
    for name in verb.takes:
        if not getattr(asked, name):
            raise InputError(name, "argument_missing", name=texts(f"cli.word_{name}"))
    for name in verb.needs:
        if not getattr(asked, name):
            raise InputError(name, "option_missing", option=f"--{name}")
    return asked


def _variable(option: str) -> str:
    """`for` is a word of Python's own, so its value is kept as `for_`."""
    return "for_" if option == "for" else option.replace("-", "_")


def shown(word: str) -> str:
    """A word of the command line as an error may repeat it: short, and without what a terminal would obey."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in word)
    return plain if len(plain) <= _LONGEST_ECHO else plain[: _LONGEST_ECHO - 1] + "…"


def language_of(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """What `--language` says, else Swedish where the machine speaks Swedish, else English."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--language")
    asked: str | None = parser.parse_known_args(list(words))[0].language
    if asked is None:
        return _language_of_machine(environment)
    if asked not in LANGUAGES:
        raise InputError("language", "language_unknown", language=shown(asked))
    return asked


def _language_of_machine(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "sv" if environment[name].lower().startswith("sv") else "en"
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _SWEDISH_ON_WINDOWS:
            return "sv"
    return "en"


def overview(texts: Texts) -> str:
    """What the program can do, a line a verb."""
    lines = [f"  {_usage(name, texts)}\n      {texts(f'cli.about_{name}')}" for name in VERBS]
    return "\n".join([texts("cli.overview"), "", *lines, "", texts("cli.about_passphrase_file"), ""])


def help_of(name: str, texts: Texts) -> str:
    """One verb with its options."""
    verb = VERBS[name]
    options = (*verb.needs, *verb.options, *_EVERYWHERE)
    width = max(len(_written(option, texts)) for option in options) + 2
    lines = [f"  {_written(o, texts):<{width}}{texts(_explained(name, o))}" for o in options]
    return "\n".join([_usage(name, texts), "", texts(f"cli.about_{name}"), "", *lines, ""])


def _explained(verb: str, option: str) -> str:
    """What the lines of the passphrase file are depends on the verb."""
    special = option == "passphrase-file" and verb in ("passphrase", "recover")
    name = _variable(option).rstrip("_")
    return f"cli.option_{name}_{verb}" if special else f"cli.option_{name}"


def _usage(name: str, texts: Texts) -> str:
    verb = VERBS[name]
    parts = [texts(f"cli.word_{word}").upper() for word in verb.takes]
    parts += [_written(option, texts) for option in verb.needs]
    parts += [f"[{_written(option, texts)}]" for option in verb.options]
    return " ".join(["mentorapp", name, *parts])


def _written(option: str, texts: Texts) -> str:
    if option in _FLAGS or option == "help":
        return f"--{option}"
    value = _variable(option).rstrip("_")
    return f"--{option} {texts(f'cli.value_{value}')}"
