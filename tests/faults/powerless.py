"""A program without root's power over files: `python -m tests.faults.powerless MODULE ARGUMENT...`."""

from __future__ import annotations

import os
import sys

from tests.newsdesk import give_up_power

if __name__ == "__main__":
    give_up_power()
    os.execv(sys.executable, [sys.executable, "-m", *sys.argv[1:]])
