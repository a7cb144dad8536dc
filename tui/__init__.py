"""The screen: three panels over the archive, driven from the keyboard."""
