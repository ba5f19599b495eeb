"""A psychoeducation library: one model of what a clinic wrote, its views and its checks."""
