"""The detail of a row beside the tables: what it says, its figures, its evidence, its story."""
