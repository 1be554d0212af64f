"""A flow of chips knows how high it is, also after something was added, hidden or taken away."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowLayout


def _block(flow: FlowLayout) -> QWidget:
    block = QWidget()
    block.setFixedSize(60, 20)
    flow.addWidget(block)
    return block


def test_the_height_follows_what_is_in_it(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, gap=10, line_gap=5)
    first, second = _block(flow), _block(flow)
    host.resize(200, 100)
    host.show()
    assert flow.heightForWidth(200) == 20
    third = _block(flow)
    third.show()
    assert flow.heightForWidth(200) == 20
    assert flow.heightForWidth(130) == 45
    third.hide()
    assert flow.heightForWidth(130) == 20
    third.show()
    assert flow.heightForWidth(130) == 45
    second.setFixedHeight(40)
    assert flow.heightForWidth(130) == 65
    flow.removeWidget(first)
    assert flow.heightForWidth(130) == 40
