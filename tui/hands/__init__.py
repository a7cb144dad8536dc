"""The hands of the Desk: what it does with each family of keys and of facts from the panels."""
