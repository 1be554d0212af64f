"""The tabs of the page in their order: the name, and where its class is. A tab is built when it is first chosen.

The order is overview, mapping, plan, contacts, work, scales, around, network, papers, details, closing; the word of
each is `mentee.tab_<name>`.
"""

from importlib import import_module

from .tab import Tab

TABS: dict[str, tuple[str, str]] = {
    "overview": (".overview", "OverviewTab"),
    "mapping": (".mapping.tab", "MappingTab"),
    "plan": (".plan", "PlanTab"),
    "contacts": (".contacts", "ContactsTab"),
    "work": (".work.tab", "WorkTab"),
    "scales": (".scales.tab", "ScalesTab"),
    "around": (".around.tab", "AroundTab"),
    "network": (".network", "NetworkTab"),
    "papers": (".papers", "PapersTab"),
    "details": (".details", "DetailsTab"),
    "closing": (".closing", "ClosingTab"),
}


def tab_class(name: str) -> type[Tab]:
    """Imports the tab's module, so that what nobody looks at costs nothing."""
    module, class_name = TABS[name]
    found: type[Tab] = getattr(import_module(module, __package__), class_name)
    return found
