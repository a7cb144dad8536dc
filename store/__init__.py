"""The news: what wire texts say, kept and asked; it knows no screen."""
