"""Every version of the vocational profile, newest first, to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.mapping import VocationalProfile
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.overlay import Overlay

from .profile_card import profile_in_words


class ProfileVersions(Overlay):
    """A version is what was said on one day."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, profiles: tuple[VocationalProfile, ...]) -> None:
        super().__init__(window, theme, texts("mapping.profile"))
        for profile in profiles:
            day = full_date(texts, profile.made_on)
            card = Card(theme, texts("mapping.profile_version", version=profile.version, day=day))
            for part in profile_in_words(theme, texts, profile):
                card.add(part, below=2)
            card.body.addSpacing(8)
            self.body.addWidget(card)
        self.leave = Button(theme, texts("mapping.close"))
        self.leave.clicked.connect(self.close_over)
        self.foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)
