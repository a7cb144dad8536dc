"""Article to disk and back: the only room that imports tinydb."""
