"""The papers that are the mentee's own obey PDF/UA-1 and PDF/A-2a, filled with everything that can be stored."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.record_sheet import CERTIFICATE, CLOSING_SUMMARY, DISPOSAL, EXTRACT, SUPPORT
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store import certificates
from mentorapp.store.disclosures import add_disposal
from mentorapp.store.drafts import keep_draft
from mentorapp.store.erasure import count_rows
from mentorapp.store.store import Store
from tests.store.test_everything_survives import fill

SV = Texts("sv")
ALL = frozenset(InfoClass)


@pytest.mark.validator
def test_they_are_valid_in_both_languages(
    store: Store, day: date, verdicts: Callable[[Mapping[str, bytes]], Any]
) -> None:
    mentee = fill(store, day)
    with store.write("kept") as session:
        keep_draft(session, certificates.FORM, mentee, {"praise": "Kan laga allt"})
        disposal = add_disposal(session, "erased_person", count_rows(session, mentee))
        lines = certificates.list_lines(session, mentee, texts=SV)
    files = {}
    for language in ("sv", "en"):
        for template in (EXTRACT, SUPPORT, CLOSING_SUMMARY, CERTIFICATE):
            order = Order(
                mentee_id=mentee, template=template.code, ticks=ALL, items=frozenset(one.item for one in lines)
            )
            files[f"{template.code}-{language}"] = preview(store, order, texts=Texts(language)).pdf
        of_nobody = Order(template=DISPOSAL.code, about=disposal)
        files[f"P17-{language}"] = preview(store, of_nobody, texts=Texts(language)).pdf
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
