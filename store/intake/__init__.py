"""Intake: files and folders on their way into the archive."""
