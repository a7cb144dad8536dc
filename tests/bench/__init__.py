"""Figures of the whole program beside the smallest programs that could do the same: `make bench`."""
