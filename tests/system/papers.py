"""What there is to be printed of the sample people: one request for each template, ordinary and easy-read."""

from itertools import product

from mentorapp.exchange.addressees import To
from mentorapp.exchange.handovers import list_successors
from mentorapp.exchange.orders import ABOUT_A_PERSON
from mentorapp.store.check_in_lines import list_check_in_lines
from mentorapp.store.consents import list_consents
from mentorapp.store.follow_ups import list_follow_ups
from mentorapp.store.group_attendance import list_members
from mentorapp.store.groups import list_activities
from mentorapp.store.overviews import list_lines
from mentorapp.store.placements import list_placements
from mentorapp.store.scale_definitions import list_scales
from mentorapp.store.scale_responses import list_responses
from mentorapp.store.store import Store
from mentorapp.store.study_plans import list_study_plans
from ui.requests import PrintRequest


def every_paper(store: Store) -> list[PrintRequest]:
    with store.read() as session:
        people = [line.mentee_id for line in list_lines(session)]
        forms = [one.id for one in list_scales(session) if not one.is_external]
        placement = next(one for person in people for one in list_placements(session, person))
        met = list_follow_ups(session, placement.id)[0].id
        filled = next((person, one.id) for person in people for one in list_responses(session, person))
        talk = next(
            (person, one.id)
            for person in people
            for plan in list_study_plans(session, person)
            for one in plan.conferences
        )
        attended = next(
            (person, one.activity.id)
            for one in list_activities(session)
            for person in list_members(session, one.activity.id)
        )
        day = session.info["clock"].today()
        handed = next(
            (person, To(contact_id=contact.id))
            for person in people
            for contact in list_successors(session, person)
            if any(
                one.recipient_contact_id == contact.id and one.is_valid(day) for one in list_consents(session, person)
            )
        )
        officer = max(list_check_in_lines(session), key=lambda one: len(one.people)).contact.id
    about = [
        *((people[0], code, None) for code in ABOUT_A_PERSON),
        (attended[0], "P21", attended[1]),
        *((None, "P04", one) for one in forms),
        (None, "P25", None),
        (people[0], "P04", forms[0]),
        (placement.mentee_id, "P05", met),
        (filled[0], "P05", filled[1]),
        (talk[0], "P22", talk[1]),
    ]
    return [
        *(
            PrintRequest(person, easy, template=code, about=one)
            for easy, (person, code, one) in product((False, True), about)
        ),
        PrintRequest(handed[0], template="P11", to=handed[1]),
        PrintRequest(template="P12", to=To(contact_id=officer)),
    ]
