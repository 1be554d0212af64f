"""Numbers in the sentence of a refusal are written as the language writes them."""

from decimal import Decimal

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.language import Texts


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [
        (Decimal("96.5"), "96,5", "96.5"), (Decimal("97.0"), "97", "97"), (Decimal(100), "100", "100"),
        (Decimal("10"), "10", "10"), (Decimal(0), "0", "0"), (Decimal("1E+2"), "100", "100"), (203, "203", "203"),
    ],
)  # fmt: skip
def test_a_bound_is_said_whole_or_with_the_comma_of_the_language(value: object, swedish: str, english: str) -> None:
    refused = InputError("marks", "mark_outside", lowest=Decimal("0.0"), highest=value)
    assert Texts("sv").error(refused) == f"Värdet kan vara 0 till {swedish}."
    assert Texts("en").error(refused) == f"The value can be 0 to {english}."
