"""The parts of the page Thu thập: forms out, forms in, reminders."""
