"""The workbench: server-rendered pages and their JSON twins."""
