"""The desk's door: who is let in, how often somebody may try, and how long a session lasts."""
