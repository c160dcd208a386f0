"""The database: tables, migrations, and one query per function."""
