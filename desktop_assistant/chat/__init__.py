"""What the user can do, on asyncio and the ports alone: no Qt, no wire, no disk."""
