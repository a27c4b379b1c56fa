"""The call itself: its events and commands, its pure state, and the one thread that orders everything."""
