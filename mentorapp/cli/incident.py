"""The verb `incident`: P23, what to say and do when the laptop or the file is lost. Nobody is named on it."""

from argparse import Namespace
from pathlib import Path

from mentorapp.language import Texts
from mentorapp.store import cipher, vault
from mentorapp.store.incident_facts import read_incident_facts
from mentorapp.store.opening import open_store

from .asking import Asking
from .output import check_place, say, write_pdf


def incident_(asked: Namespace, texts: Texts) -> None:
    """Writes the paper to a file, in the language of the user. It is no print about anybody: the log has no line."""
    from mentorapp.printing.incident import render_incident

    path, place = Path(asked.store), Path(asked.out)
    cipher.refuse_what_is_no_store(path)
    check_place(place, path, replace=asked.force)
    opened = open_store(path, Asking(asked.passphrase_file, texts).passphrase())
    try:
        store = opened.store
        with store.read() as session:
            facts = read_incident_facts(session, keyring=vault.has_keyring_slot(store.path))
        pdf = render_incident(facts, store_hint=store.path.name, texts=texts, printed_on=store.clock.today())
        write_pdf(place, path, pdf, replace=asked.force)
    finally:
        opened.close()
    say(texts("cli.incident_saved", place=place.name))
