"""What is seen: PySide6 widgets. No network, no SQL, no decisions."""
