"""A psychoeducation library: one model of what a clinic wrote, its views and its checks."""

__version__ = "0.2.0"
