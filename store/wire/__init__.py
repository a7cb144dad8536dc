"""Bytes to Article: pure functions without disk, clock or network."""
