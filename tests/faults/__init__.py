"""Killed imports, power cuts, crowds, full disks, hostile folders, damage: what `make faults` tries."""
