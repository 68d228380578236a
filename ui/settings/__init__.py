"""The parts of the page Cài đặt: who keeps the store, how it looks, and that nothing of it is lost."""
