"""cli: one file a command, each of which parses, calls and prints."""


def main() -> int:
    """Run the command line; the entry point of `workbench`. Returns the exit code."""
    from workbench.cli.running import run

    return run()
