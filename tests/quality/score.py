"""How well materiel reads: `python tests/quality/score.py` prints precision, recall and F1 on the labelled passages.

Errors are listed for the seen part only (`--part seen --show values`): whoever writes rules must not see the other.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Print the table, or the errors of one task on the seen part."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from quality.scoring import PARTS, TASKS, score, table

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="measure on this part only")
    parser.add_argument("--show", choices=TASKS, help="list the errors, on the seen part only")
    options = parser.parse_args()
    if options.show is None:
        print(table(options.part or PARTS))
    elif options.part != ["seen"]:
        parser.error("errors are listed with --part seen only: the unseen part is not to be looked at")
    else:
        print("\n".join(score("seen")[options.show].errors))


if __name__ == "__main__":
    main()
