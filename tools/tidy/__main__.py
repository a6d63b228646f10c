"""python3 tools/tidy [ROOT]: is the house tidy? Prints each finding as path:line: rule: message; exit 1 if there is one.

The rules are in rules.py, the reasons for them in CONTRIBUTING.md."""

import sys
from pathlib import Path

from house import findings


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    if not (root / "src").is_dir():
        print(f"{root} has no folder src/: name the root of the project", file=sys.stderr)
        return 2
    found = sorted(findings(root))
    for finding in found:
        print(finding)
    return 1 if found else 0


sys.exit(main())
