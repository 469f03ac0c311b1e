"""The command line as ``python -m regionstyrning``."""

from __future__ import annotations

from regionstyrning.cli import main

if __name__ == "__main__":
    main()
