"""What all printed editions share: typesetting, letters, QR codes, and people in a few lines."""
