"""Injected errors over many invented tables: `python -m benchmarks.injected [--tables 10000] [--seed 1] [-v]`.

Right tables must be silent; of the errors that break an equation 99 % must be found, 95 % of those with two witnesses mended; no
wrong figure may be called proved. Exit code 1 when one of these fails.
"""

import argparse
import time

from tests.audit.suntikan import trial


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    started = time.process_time()
    hasil = trial(options.tables, options.seed)
    print(f"{hasil.says()}; {time.process_time() - started:.0f} s of CPU")
    if options.verbose:
        for name in ("alarms", "missed", "unmended", "wrong"):
            for line in getattr(hasil, name)[:20]:
                print(f"{name}: {line}")
    kept = not hasil.alarms and not hasil.wrong
    return 0 if kept and hasil.found >= 0.99 * hasil.broken and hasil.mended >= 0.95 * hasil.twice else 1


if __name__ == "__main__":
    raise SystemExit(main())
