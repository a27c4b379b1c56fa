"""Windows are tested offscreen, with the theme and the fonts of the app."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
