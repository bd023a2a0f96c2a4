"""project: folder, store, operations log and session; the session is the editor without a screen."""
