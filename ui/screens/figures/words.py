"""What a code of a figure is called: a word of a list of the unit's own, or a code of the program."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from mentorapp.domain.figures import Counted
from mentorapp.domain.lists import WordList
from mentorapp.language.texts import Texts
from mentorapp.store.word_lists import list_words

Names = Mapping[WordList, Mapping[str, str]]

_LISTS = {
    Counted.REFERRER: WordList.REFERRER_TYPE,
    Counted.CRITERION: WordList.CRITERION,
    Counted.SUPPORT: WordList.SUPPORT_KIND,
    Counted.SECTOR: WordList.SECTOR,
}
_CODES = {
    Counted.REFERRER: "codes.referral_source_",
    Counted.EDUCATION: "codes.education_",
    Counted.FORM: "codes.session_kind_",
    Counted.RESULT: "codes.result_class_",
    Counted.MILESTONE: "codes.milestone_kind_",
    Counted.GUIDANCE: "codes.item_state_",
    Counted.SAFETY: "codes.asked_",
    Counted.NPF: "codes.intervention_state_",
    Counted.LASTS: "figures.",
    Counted.PLACEMENT: "codes.placement_type_",
    Counted.STEP: "codes.progress_step_",
}
_OWN = frozenset({"unknown", "not_yet"})


def read_names(session: Session, language: str) -> Names:
    """The words of the lists that figures speak of, also those put away."""
    return {
        list_: {word.code: word.name(language) for word in list_words(session, list_, all_=True)}
        for list_ in _LISTS.values()
    }


def name_of(texts: Texts, names: Names, counted: Counted, code: str) -> str:
    """With a capital, as the beginning of a line."""
    list_ = _LISTS.get(counted)
    if list_ is not None and code in names[list_]:
        return names[list_][code]
    if code in _OWN:
        return texts(f"figures.{code}")
    if counted not in _CODES:
        return code
    said = texts(f"{_CODES[counted]}{code}")
    return said[:1].upper() + said[1:]
