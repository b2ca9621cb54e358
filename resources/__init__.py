"""Files that Xidu ships; installed as ``reader.resources`` and read with importlib.resources."""
