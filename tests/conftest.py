"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# No test may fail because a machine is slow: it says nothing about the program.
settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("patient")
