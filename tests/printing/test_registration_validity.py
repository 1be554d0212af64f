"""The basis for a registration obeys PDF/UA-1 and PDF/A-2a, by name and anonymous."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.sharing import InfoClass
from mentorapp.store.store import Store
from tests.exchange.test_registration import agree, hugo, made

__all__ = ["hugo"]


@pytest.mark.validator
def test_it_is_valid_in_both_languages(
    store: Store, hugo: UUID, verdicts: Callable[[Mapping[str, bytes]], Any]
) -> None:
    files = {f"anonymous-{language}": made(store, hugo, language=language).pdf for language in ("sv", "en")}
    agree(store, hugo)
    files |= {f"named-{one}": made(store, hugo, InfoClass.IDNUM, language=one).pdf for one in ("sv", "en")}
    assert {key: broken for key, broken in verdicts(files).items() if broken} == {}
