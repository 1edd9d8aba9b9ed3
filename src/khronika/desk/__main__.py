"""The desk as a process of its own: `khronika serve` starts it, and names the folder to it."""

import sys

from khronika.desk.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
