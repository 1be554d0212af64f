"""Lists of words: shipped, changed by the unit, never losing a word that has been used."""

from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.domain.closing import CloseReason, Destination, ResultClass
from mentorapp.domain.errors import InputError, NotFoundError, WorldFault
from mentorapp.domain.lists import WordList
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.store import Store
from mentorapp.store.word_lists import add_word, change_word, get_word, list_words, put_word, read_words, shipped_words


@pytest.mark.parametrize("list_", WordList)
def test_every_list_is_shipped_in_both_languages(list_: WordList) -> None:
    words = shipped_words(list_)
    assert words
    assert len({word.code for word in words}) == len(words)
    assert all(word.name("sv") and word.name("en") for word in words)


def test_every_reason_maps_to_the_two_axes_and_a_result_class() -> None:
    for word in shipped_words(WordList.CLOSE_REASON):
        assert CloseReason(word.get("reason"))
        assert ResultClass(word.get("result"))
        assert all(Destination(code) for code in word.get("destinations").split())
        assert word.get("group")


def test_a_word_is_renamed_put_away_and_still_has_its_name(store: Store) -> None:
    with store.write("word_changed") as session:
        change_word(session, WordList.METHOD, "mi", name_sv="MI-samtal", in_use=False)
        assert "mi" not in {word.code for word in list_words(session, WordList.METHOD)}
        assert get_word(session, WordList.METHOD, "mi").name("sv") == "MI-samtal"
        change_word(session, WordList.METHOD, "mi", in_use=True, more={"note": "kort"}, order=99)
        assert list_words(session, WordList.METHOD)[-1].get("note") == "kort"
    store.undo()
    with store.read() as session:
        assert get_word(session, WordList.METHOD, "mi").name("sv") == "MI"


def test_a_word_of_ones_own_stands_last(store: Store) -> None:
    with store.write("word_added") as session:
        code = add_word(session, WordList.TOPIC, "Djur", "Animals", info_class=InfoClass.SOCIAL, more={"a": "b"})
        word = list_words(session, WordList.TOPIC)[-1]
        assert (word.code, word.name("en"), word.shipped, word.info_class) == (code, "Animals", False, InfoClass.SOCIAL)
        put_word(session, WordList.TOPIC, word)
        with pytest.raises(InputError, match="word_exists"):
            add_word(session, WordList.TOPIC, "djur")
        with pytest.raises(InputError, match="word_missing"):
            add_word(session, WordList.TOPIC, "  ")


def test_a_word_is_taken_under_the_code_it_brings(store: Store) -> None:
    with store.write("word_added") as session:
        brought = replace(list_words(session, WordList.TOPIC)[0], code="brought", name_sv="Odling")
        put_word(session, WordList.TOPIC, brought)
        assert get_word(session, WordList.TOPIC, "brought").name("sv") == "Odling"


def test_a_name_in_one_language_serves_both(store: Store) -> None:
    with store.write("word_added") as session:
        code = add_word(session, WordList.TOPIC, "Djur")
        assert get_word(session, WordList.TOPIC, code).name("en") == "Djur"


def test_a_code_that_nobody_knows_stands_for_itself(store: Store) -> None:
    with store.write("word_changed") as session:
        assert get_word(session, WordList.TOPIC, "gone").name("sv") == "gone"
        with pytest.raises(NotFoundError):
            change_word(session, WordList.TOPIC, "gone", name_sv="Borta")
        with pytest.raises(TypeError):
            change_word(session, WordList.TOPIC, "health", shipped=False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"list": "topic",\n "words": [\n {"code": }\n]}', 3),
        ('{"list": "method", "words": []}', "method"),
        ('{"list": "topic", "words": [{"code": "a"}]}', "'sv'"),
        (
            '{"list": "topic", "words": [{"code": "a", "sv": "A", "class": "SECRET"}]}',
            "'SECRET' is not a valid InfoClass",
        ),
    ],
)
def test_a_damaged_list_is_refused_with_its_place(tmp_path: Path, text: str, place: object) -> None:
    path = tmp_path / "topic.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WorldFault) as fault:
        read_words(path, WordList.TOPIC)
    assert fault.value.key == "list_damaged"
    assert fault.value.values["place"] == place
