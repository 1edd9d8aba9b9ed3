"""How the documentation becomes a site. It is built without a network.

The pages are in English. Other languages will come as gettext catalogues below `locale/`; none is
translated yet.
"""

from khronika import __version__

project = "Khronika"
author = "The Khronika founders"
project_copyright = "2026, The Khronika founders"
version = release = __version__
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
locale_dirs = ["locale"]
gettext_compact = False

html_theme = "furo"
html_title = "Khronika"
html_show_sphinx = False
html_copy_source = False
