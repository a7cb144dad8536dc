"""Journeys: what a reader does, key by key, and what must then be on the screen."""
