"""The tab Runt om: what other actors do around the person, what they live on, studies, checklists and files."""
