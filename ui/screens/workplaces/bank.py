"""The bank as the screen shows it: the workplaces with the words of the lists that they refer to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from mentorapp.domain.lists import Word, WordList
from mentorapp.domain.workplaces import Workplace
from mentorapp.language.dates import day_said
from mentorapp.language.names import fits
from mentorapp.language.texts import Texts
from mentorapp.store.word_lists import list_words
from mentorapp.store.workplaces import list_workplaces

DOT = " · "


@dataclass(frozen=True, slots=True)
class Bank:
    """`words` are those of sectors and of forms of instruction, by list and code."""

    places: tuple[Workplace, ...] = ()
    words: Mapping[tuple[WordList, str], Word] | None = None

    def word(self, texts: Texts, list_: WordList, code: str) -> str:
        """The name of a code; the code itself where the list has lost it."""
        word = (self.words or {}).get((list_, code))
        return word.name(texts.language) if word else code

    def sector(self, texts: Texts, place: Workplace) -> str:
        return self.word(texts, WordList.SECTOR, place.sector)

    def instruction(self, texts: Texts, place: Workplace) -> str:
        return self.word(texts, WordList.INSTRUCTION, place.instruction_form)


def read_bank(session: Session) -> Bank:
    words = {
        (list_, word.code): word
        for list_ in (WordList.SECTOR, WordList.INSTRUCTION)
        for word in list_words(session, list_, all_=True)
    }
    return Bank(list_workplaces(session, all_=True), words)


def shown(texts: Texts, bank: Bank, away: bool, sought: str) -> list[Workplace]:
    """Those in the bank, or those put away, that fit what is typed: by anything that is said about them."""
    return [
        one
        for one in bank.places
        if one.put_away is away
        and fits(
            sought,
            *one.texts(),
            one.town,
            bank.sector(texts, one),
            one.organisation.name if one.organisation else "",
            one.supervisor.name if one.supervisor else "",
        )
    ]


def count_of(places: Iterable[Workplace], away: bool) -> int:
    return sum(one.put_away is away for one in places)


def contact_words(texts: Texts, place: Workplace, today: date) -> str:
    """20 nov; nothing where one has not been in touch."""
    return day_said(texts, place.last_contacted, today) if place.last_contacted else ""


def room_words(place: Workplace) -> str:
    return "" if place.capacity is None else str(place.capacity)
