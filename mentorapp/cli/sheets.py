"""P15, the recovery sheet of an open store."""

from mentorapp.language import Texts
from mentorapp.store.opening import OpenStore


def recovery_sheet(opened: OpenStore, texts: Texts) -> bytes:
    """The sheet bears the name of the file, so that one finds the right sheet to the right store."""
    from mentorapp.printing.recovery_sheet import render_recovery_sheet

    store = opened.store
    return render_recovery_sheet(
        opened.recovery_groups(), store_hint=store.path.name, texts=texts, printed_on=store.clock.today()
    )
