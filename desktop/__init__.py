"""The Qt client and the `evenhand` command: the only room that knows every other one."""
