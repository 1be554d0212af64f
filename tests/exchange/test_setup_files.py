"""Ladders and lists as files: what is written can be read back, and a damaged file changes nothing."""

import json
from pathlib import Path

import pytest

from mentorapp.domain.errors import WorldFault
from mentorapp.domain.lists import WordList
from mentorapp.exchange.setup_files import take_ladder, take_list, write_ladder, write_list
from mentorapp.store.ladders import get_ladder
from mentorapp.store.programmes import add_programme, get_programme, list_programmes
from mentorapp.store.store import Store
from mentorapp.store.word_lists import add_word, change_word, get_word, list_words


def test_a_ladder_goes_to_a_file_and_back(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "trappa.json"
    with store.write("programme_added") as session:
        first = add_programme(session, "Praktik", get_ladder("praktiktrappan"))
        write_ladder(session, first, path)
        second = take_ladder(session, path, "Praktik igen")
        before, after = get_programme(session, first), get_programme(session, second)
    assert [(lvl.code, lvl.name_sv, lvl.is_goal) for lvl in before.levels] == [
        (lvl.code, lvl.name_sv, lvl.is_goal) for lvl in after.levels
    ]
    assert after.name == "Praktik igen"


_TWICE = [{"code": "x", "name_sv": "X", "name_en": "X"}] * 2
_DAMAGED = (
    '{\n"code": ',
    json.dumps({"code": "a", "name_sv": "A", "name_en": "A", "exclusive": True, "levels": _TWICE}),
)


@pytest.mark.parametrize("text", _DAMAGED)
def test_a_damaged_ladder_is_refused_with_its_place(store: Store, tmp_path: Path, text: str) -> None:
    path = tmp_path / "trappa.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WorldFault) as fault, store.write("programme_added") as session:
        take_ladder(session, path)
    assert fault.value.key == "ladder_damaged"
    assert fault.value.values["place"] in (2, "x")
    with store.read() as session:
        assert list_programmes(session) == ()


def test_a_list_goes_to_a_file_and_back(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "amnen.json"
    with store.write("word_added") as session:
        code = add_word(session, WordList.TOPIC, "Djur")
        change_word(session, WordList.TOPIC, "health", in_use=False)
        write_list(session, WordList.TOPIC, path)
        known = list_words(session, WordList.TOPIC, all_=True)
    store.undo()
    with store.write("list_read") as session:
        assert take_list(session, WordList.TOPIC, path) == len(known)
        assert get_word(session, WordList.TOPIC, code).name_sv == "Djur"
        assert not get_word(session, WordList.TOPIC, "health").in_use
        assert [w.code for w in list_words(session, WordList.TOPIC, all_=True)] == [w.code for w in known]


def test_a_file_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WorldFault), store.write("list_read") as session:
        take_list(session, WordList.TOPIC, tmp_path / "saknas.json")
    with pytest.raises(WorldFault), store.write("programme_added") as session:
        take_ladder(session, tmp_path / "saknas.json")
