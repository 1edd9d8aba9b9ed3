"""One group's undertaking on disk: its folder, settings, YAML form, and publishing."""
