"""Global hotkeys behind one interface: X11, Windows, macOS, and saying so where there are none."""
