"""Names, places and numbers taken out of running text; and that no known name ever stands in what is left."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.masking import Hidden, Masking

INSTEAD = {Hidden.NAME: "[namn]", Hidden.PLACE: "[plats]", Hidden.NUMBER: "[nummer]"}


def masking(shown: tuple[str, ...] = ()) -> Masking:
    return Masking(
        ("Birk Provare", "Bo", "Anna-Lena", "D'Arcy", "Mamma Vilda"),
        ("Påhittade Bygg AB", "Påhittade Bygg", "Storgatan 4"),
        INSTEAD,
        ordinary=("mamma", "Komvux"),
        shown=shown,
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Birk vill börja", "[namn] vill börja"),
        ("Då ringde birk Provare", "Då ringde [namn]"),
        ("Birks handläggare och BIRK själv", "[namn] handläggare och [namn] själv"),
        ("Hos Anna i går", "Hos [namn] i går"),
        ("Hos Anna-Karin i går", "Hos [namn] i går"),
        ("hos anna-lena", "hos [namn]"),
        ("Bo kom. Att bo här är bra", "[namn] kom. Att bo här är bra"),
        ("Bos idé", "[namn] idé"),
        ("Mamma sade, och mamma kom", "Mamma sade, och mamma kom"),
        ("d'arcy's tid", "[namn] tid"),
        ("Börja på Påhittade  Bygg", "Börja på [plats]"),
        ("på påhittade bygg AB:s lager", "på [plats] lager"),
        ("Bor på Storgatan 4 nu", "Bor på [plats] nu"),
        ("Byggvana", "Byggvana"),
        ("Ring 070-174 06 05", "Ring [nummer]"),
        ("Född 19990101-1234.", "Född [nummer]."),
        ("Kl 10 den 3 och 50 procent", "Kl 10 den 3 och 50 procent"),
        ("Skriv till a.b@exempel.se snart", "Skriv till [nummer] snart"),
        ("", ""),
    ],
)
def test_what_is_known_is_taken_out(text: str, left: str) -> None:
    assert masking().mask(text) == left


def test_a_capital_within_a_sentence_is_doubted_and_hidden_until_somebody_says_otherwise() -> None:
    masks = masking()
    assert masks.mask("Träffade Kalle. Skriver cv på Komvux, fick ADHD utrett") == (
        "Träffade [namn]. Skriver cv på Komvux, fick ADHD utrett"
    )
    assert list(masks.doubted.values()) == ["Kalle"]
    shown = masking(shown=("Kalle",))
    assert shown.mask("Träffade Kalle i går") == "Träffade Kalle i går"
    assert list(shown.doubted.values()) == ["Kalle"], "it can be hidden again"


def test_a_new_sentence_or_line_begins_with_a_capital_of_its_own() -> None:
    text = "Klart. Ringa i morgon! Varför? Vila: Sova\n– Äta\n• Promenera\n”Jobba”"
    assert masking().mask(text) == text


def test_what_is_known_is_never_shown_whatever_is_ticked() -> None:
    assert masking(shown=("Birk", "Storgatan")).mask("Hos Birk på Storgatan 4") == "Hos [namn] på [plats]"


_LETTERS = st.text(alphabet="abcdeåäöBCÅÄÖ", min_size=3, max_size=8)
_BETWEEN = st.sampled_from((" ", ", ", ". ", "\n", " (", ") ", "-", "/", '"'))
_REST = st.lists(st.tuples(st.text(alphabet="xyzXYZ 0123.,", max_size=6), _BETWEEN), max_size=6)


@given(st.sets(_LETTERS, min_size=1, max_size=4), st.data())
def test_no_known_name_is_left_whatever_stands_around_it(names: set[str], data: st.DataObject) -> None:
    masks = Masking(names, (), INSTEAD)
    text = ""
    for _ in range(data.draw(st.integers(1, 5))):
        for words, between in data.draw(_REST):
            text += words + between
        name = data.draw(st.sampled_from(sorted(names)))
        cased = data.draw(st.sampled_from((name, name.lower(), name.upper(), name.capitalize())))
        text += cased + data.draw(st.sampled_from(("", "s"))) + data.draw(_BETWEEN)
    left = re.findall(r"[^\W\d_]+", masks.mask(text).casefold())
    assert not {name.casefold() for name in names} & set(left)


@given(st.text())
def test_any_text_passes_through(text: str) -> None:
    assert isinstance(masking().mask(text), str)
