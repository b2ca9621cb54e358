"""The window: article view, panels, dialogs and actions (Qt)."""
