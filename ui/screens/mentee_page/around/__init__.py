"""The tab Runt om: what other actors do around the person, what they live on, checklists and files."""
