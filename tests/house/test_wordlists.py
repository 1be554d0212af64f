"""The words that passphrases are made of: as many as promised, easy to spell, hard to mix up."""

import re
from itertools import pairwise

import pytest

from resources import path_of

WORDS = 2048
ALPHABET = {"sv": "abcdefghijklmnopqrstuvwxyzåäö", "en": "abcdefghijklmnopqrstuvwxyz"}
INFLECTIONS = {
    "sv": ("ar", "er", "or", "n", "r", "a", "en", "et", "na"),
    "en": ("s", "es", "d", "ed", "er", "r", "y", "ly", "ing"),
}

pytestmark = pytest.mark.parametrize("language", ["sv", "en"])


def words(language: str) -> list[str]:
    return path_of("wordlists", f"{language}.txt").read_text(encoding="utf-8").splitlines()


def test_there_are_2048_different_words(language: str) -> None:
    assert len(words(language)) == WORDS
    assert len(set(words(language))) == WORDS


def test_every_word_is_three_to_eight_small_letters(language: str) -> None:
    shape = re.compile(f"[{ALPHABET[language]}]{{3,8}}")
    assert [word for word in words(language) if not shape.fullmatch(word)] == []


def test_no_word_is_another_one_inflected(language: str) -> None:
    known = set(words(language))
    twins = [(word, word + end) for word in known for end in INFLECTIONS[language] if word + end in known]
    assert twins == []


def test_the_words_are_in_alphabetical_order(language: str) -> None:
    order = [tuple(ALPHABET[language].index(letter) for letter in word) for word in words(language)]
    assert all(before < after for before, after in pairwise(order))
