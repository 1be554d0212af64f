"""The tab Kartläggning: dreams first, a card for each life area, and the way from a need to a goal."""
