"""Make the officer's own store: whose plan, letterhead, name, calendar."""
