"""What keeps a library from being lost: backups, restoring, checking, salvaging, a reserve."""
