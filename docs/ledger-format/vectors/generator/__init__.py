"""The parts of generate.py, one for each kind of vector."""
