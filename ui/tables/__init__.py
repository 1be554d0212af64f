"""Tables as cards over a model of rows: what a list of people and a bank of workplaces look like."""
