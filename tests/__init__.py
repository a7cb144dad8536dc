"""The checks of newsdesk."""
