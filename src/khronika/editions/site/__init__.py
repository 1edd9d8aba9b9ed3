"""The website: pages that open from a USB stick, need no script and ask no other host."""
