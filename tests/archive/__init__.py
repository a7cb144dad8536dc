"""The checks of what is kept, on real disk and with real processes."""
