"""Tests of the desk line by line."""
