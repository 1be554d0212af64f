"""Names are found and put in order as a Swede expects."""

import pytest

from mentorapp.language.names import fits, folded, match_rank, sort_key


def test_swedish_order_has_its_own_letters_last() -> None:
    names = ["Östen", "Ärla", "Åsa", "Zara", "Édith", "Adam", "Ebba", "ann-Marie", "Anna"]
    assert sorted(names, key=sort_key) == ["Adam", "ann-Marie", "Anna", "Ebba", "Édith", "Zara", "Åsa", "Ärla", "Östen"]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert sort_key("A\u030asa") == sort_key("Åsa")
    assert folded("A\u030asa") == folded("Åsa") == "asa"


@pytest.mark.parametrize(
    ("sought", "names", "rank"),
    [
        ("", ("Birk Provare", "LM 207"), 0),
        ("bir", ("Birk Provare", "LM 207"), 0),
        ("pro", ("Birk Provare", "LM 207"), 1),
        ("lm207", ("Birk Provare", "LM 207"), 1),
        ("207", ("Birk Provare", "LM 207"), 1),
        ("birk p", ("Birk Provare", "LM 207"), 1),
        ("låt", ("Jari Låtsasson",), 1),
        ("lat", ("Jari Låtsasson",), 2),
        ("ÅSA", ("Åsa",), 0),
        ("asa", ("Åsa",), 2),
        ("vare", ("Birk Provare",), 3),
        ("brik", ("Birk Provare",), None),
        ("birk x", ("Birk Provare",), None),
        ("marie", ("Ann-Marie",), 1),
    ],
)
def test_what_is_typed_finds_names_better_or_worse(sought: str, names: tuple[str, ...], rank: int | None) -> None:
    assert match_rank(sought, names) == rank


def test_a_filter_takes_whatever_stands_somewhere_in_the_names() -> None:
    assert fits("lat", "Jari Låtsasson", "CU 590")
    assert fits("LÅT ja", "Jari Låtsasson", "CU 590")
    assert fits("cu590", "Jari Låtsasson", "CU 590")
    assert fits(" ", "Jari Låtsasson")
    assert not fits("rilåt x", "Jari Låtsasson", "CU 590")
