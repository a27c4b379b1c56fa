"""Before the call: cases imported or typed in, and the gate that says whether this call may be placed now."""
