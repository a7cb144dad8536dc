"""The desk line by line: for speech and braille, for terminals without a screen, and for pipes."""
