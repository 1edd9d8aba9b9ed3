"""The website: pages that open from a USB stick, with no script and no other host asked."""
