"""The drawing of each kind of contact, the same in every list, tile and chip."""

from mentorapp.domain.sessions import SessionKind
from ui.theme import Family

_K = SessionKind
_LOOKS = {
    _K.WALK_AND_TALK: ("walk", Family.OK),
    _K.HOME_VISIT: ("home", Family.CLAY),
    _K.PHONE: ("phone", Family.SLATE),
    _K.VIDEO: ("screen", Family.SLATE),
    _K.SMS_CHAT: ("talk", Family.SLATE),
    _K.OFFICE: ("office", Family.SLATE),
    _K.ACCOMPANIMENT: ("link", Family.BLUE),
    _K.WORKPLACE_VISIT: ("work", Family.BLUE),
    _K.DRIVE: ("link", Family.SLATE),
    _K.GROUP: ("people3", Family.HEATHER),
    _K.ONLINE_GROUP: ("people3", Family.HEATHER),
    _K.LETTER: ("pencil", Family.SLATE),
    _K.OUTREACH: ("walk", Family.CLAY),
    _K.CONTACT_ATTEMPT: ("bell", Family.SLATE),
    _K.OTHER_ACTOR: ("meeting", Family.SLATE),
}


def kind_icon(kind: SessionKind) -> str:
    """The name of the icon."""
    return _LOOKS[kind][0]


def kind_family(kind: SessionKind) -> Family:
    """The family of the tile; decoration only, since the words beside it say the kind."""
    return _LOOKS[kind][1]
