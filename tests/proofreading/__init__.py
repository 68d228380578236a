"""Compare a plan file with the text of the plan as issued: each printed word is used once or explained."""
