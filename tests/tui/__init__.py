"""The screen's modules: what they say is pure, what they paint is tried in an app of a few lines."""
