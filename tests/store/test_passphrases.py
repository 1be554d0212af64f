import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.store.errors import PassphraseUnfitError
from mentorapp.store.keys import normalised
from mentorapp.store.passphrases import LANGUAGES, LONGEST, Strength, check_new, strength, suggest, words_of

WEAK, FAIR, STRONG = Strength.WEAK, Strength.FAIR, Strength.STRONG


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_list_has_2048_different_words_that_any_keyboard_of_the_language_can_type(language: str) -> None:
    words = words_of(language)
    assert len(words) == len(set(words)) == 2048
    assert all(set(word) <= set("abcdefghijklmnopqrstuvwxyzåäö") for word in words)
    assert all(unicodedata.is_normalized("NFC", word) for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suggestion_is_five_different_words_and_strong(language: str) -> None:
    for _ in range(200):
        suggested = suggest(language)
        words = suggested.split(" ")
        assert len(set(words)) == 5
        assert set(words) <= set(words_of(language))
        assert strength(suggested) is STRONG
        check_new(suggested)


def test_suggestions_do_not_repeat() -> None:
    assert len({suggest("sv") for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("passphrase", "found"),
    [
        ("", WEAK),
        ("   ", WEAK),
        ("a", WEAK),
        ("19850615", WEAK),
        ("sommar2024", WEAK),
        ("Sommar2026!", WEAK),
        ("lösenord123", WEAK),
        ("password1234", WEAK),
        ("qwertyuiop", WEAK),
        ("mentorapp mentor", WEAK),
        ("fotbollsmatch", WEAK),
        ("a" * 200, WEAK),
        ("hej hej hej hej hej hej hej", WEAK),
        ("granit granit granit granit granit", WEAK),
        ("granit paraply mossa", WEAK),
        ("granit paraply mossa kanot", FAIR),
        ("Kalle Anka och hans vänner", FAIR),
        ("granit paraply mossa kanot trumpet", STRONG),
        ("Granit-Paraply-Mossa-Kanot-Trumpet", STRONG),
        ("min moster rodde över sjön med elva getter", STRONG),
        ("vJ7#qLw2!zRk9$tX", STRONG),
    ],
)
def test_strength_is_what_an_attacker_with_the_files_would_find(passphrase: str, found: Strength) -> None:
    assert strength(passphrase) is found


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=50)
def test_any_text_has_a_strength(passphrase: str) -> None:
    assert strength(passphrase) in Strength


def test_a_very_long_passphrase_is_judged_too() -> None:
    assert strength("4@8({[<3 6 9 1!|l1|7 0 $5 +7 % 2" * 31) in Strength
    assert strength("ö" * LONGEST) is WEAK


def test_both_ways_of_writing_a_letter_are_equally_strong() -> None:
    phrase = "Bästa vännen åker öster om ön"
    decomposed = unicodedata.normalize("NFD", phrase)
    assert normalised(decomposed) == normalised(phrase)
    assert strength(decomposed) is strength(phrase)


@pytest.mark.parametrize(
    ("passphrase", "key"),
    [
        ("", "passphrase_empty"),
        (" \u00a0", "passphrase_empty"),
        ("x" * (LONGEST + 1), "passphrase_too_long"),
        ("en\x00nolla", "passphrase_untypable"),
        ("en\nrad", "passphrase_untypable"),
        ("en \ud800 halva", "passphrase_untypable"),
        ("en \ufdd0 ingen", "passphrase_untypable"),
    ],
)
def test_what_cannot_be_typed_again_is_refused(passphrase: str, key: str) -> None:
    with pytest.raises(PassphraseUnfitError) as caught:
        check_new(passphrase)
    assert (caught.value.field, caught.value.key) == ("passphrase", key)


@pytest.mark.parametrize(
    "passphrase", ["x", "åäö ÅÄÖ", "日本語の長い文", "🌲🌲🌲", "'; DROP TABLE", "  two spaces  ", "x" * LONGEST]
)
def test_whatever_can_be_typed_again_is_taken(passphrase: str) -> None:
    check_new(passphrase)
