"""The roles and kinds of support that the reports name can be chosen, in both languages (E20, H2, H5, H6)."""

from typing import Any

import pytest

from mentorapp.domain.lists import WordList
from mentorapp.domain.network import NetworkRole
from mentorapp.language.texts import Texts
from mentorapp.store.network import add_contact, add_link, list_links
from mentorapp.store.store import Store
from mentorapp.store.word_lists import shipped_words

ROLES = {
    NetworkRole.CASEWORKER: ("Handläggare", "Caseworker"),
    NetworkRole.GUIDANCE_COUNSELLOR: ("Studie- och yrkesvägledare", "career counsellor"),
    NetworkRole.TEACHER: ("pedagog", "eacher"),
    NetworkRole.WORKPLACE_SUPERVISOR: ("Handledare", "upervisor"),
    NetworkRole.HEALTH_COORDINATOR: ("Hälsosamordnare", "ealth"),
    NetworkRole.HOUSING_SUPPORTER: ("Boendestödjare", "ousing"),
    NetworkRole.CARE_CONTACT: ("Vårdkontakt", "are"),
    NetworkRole.REHAB_COORDINATOR: ("Rehabkoordinator", "ehab"),
}


@pytest.mark.parametrize("role", list(ROLES))
def test_every_role_of_the_reports_is_there_in_both_languages(store: Store, household: Any, role: NetworkRole) -> None:
    for language, words in zip(("sv", "en"), ROLES[role], strict=True):
        assert words.casefold() in Texts(language)(f"codes.network_role_{role.value}").casefold()
    with store.write("link_added") as session:
        add_link(session, household.mentee, role, contact_id=add_contact(session, "Sture"))
    with store.read() as session:
        assert [link.role for link in list_links(session, household.mentee)] == [role]


def test_the_kinds_of_support_for_health_are_there() -> None:
    names = {word.code: (word.name_sv, word.name_en) for word in shipped_words(WordList.SUPPORT_KIND)}
    assert names["fitness"] == ("Friskvård", "Fitness")
    assert names["health_school"] == ("Hälsoskola", "Health school")
    assert names["open_house"] == ("Öppen verksamhet", "Open house")
    assert names["accompany_care"][0] == "Följa med till vården"
