"""Digests that carry other deliveries, destinations at rest, mentions, and why what was told."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATES = ("pending", "sending", "sent", "held", "failed", "dead", "cancelled")


def upgrade() -> None:
    _alerts()
    _deliveries()
    op.create_table(
        "destinations",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ask_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures_in_row", sa.Integer(), nullable=False),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.CheckConstraint("failures_in_row >= 0", name=op.f("ck_destinations_failures_count")),
        sa.CheckConstraint(
            "(failures_in_row > 0) = (failing_since IS NOT NULL)",
            name=op.f("ck_destinations_dated"),
        ),
        sa.CheckConstraint(
            "(failures_in_row > 0) = (ask_after IS NOT NULL)",
            name=op.f("ck_destinations_asked_again"),
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_destinations")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("alert_key", sa.String(length=500), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_decisions_entry_id_entries")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index("ix_decisions_entry_id", "decisions", ["entry_id"])


def _alerts() -> None:
    with op.batch_alter_table("alerts") as alerts:
        alerts.add_column(sa.Column("entry_id", sa.Integer(), nullable=True))
        alerts.create_foreign_key(
            op.f("fk_alerts_entry_id_entries"), "entries", ["entry_id"], ["id"]
        )
        alerts.drop_constraint(op.f("ck_alerts_about_one"), type_="check")
        alerts.create_check_constraint(
            op.f("ck_alerts_about_one"),
            "(deal_id IS NULL OR feed_id IS NULL) AND "
            "(entry_id IS NULL OR (deal_id IS NULL AND feed_id IS NULL))",
        )
    op.create_index("ix_alerts_entry_id", "alerts", ["entry_id"])


def _deliveries() -> None:
    listed = ", ".join(f"'{state}'" for state in _STATES)
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.add_column(sa.Column("carrier_id", sa.Integer(), nullable=True))
        deliveries.add_column(sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))
        deliveries.create_foreign_key(
            op.f("fk_deliveries_carrier_id_deliveries"), "deliveries", ["carrier_id"], ["id"]
        )
        deliveries.drop_constraint(op.f("ck_deliveries_state_known"), type_="check")
        deliveries.create_check_constraint(
            op.f("ck_deliveries_state_known"), f"state IN ({listed})"
        )
        deliveries.create_check_constraint(
            op.f("ck_deliveries_carried_by_another"), "carrier_id IS NULL OR carrier_id <> id"
        )
    op.create_index("ix_deliveries_destination_state", "deliveries", ["destination", "state"])
    op.create_index("ix_deliveries_carrier_id", "deliveries", ["carrier_id"])
    # What was tried and still waits is called failed from now on.
    op.execute("UPDATE deliveries SET state = 'failed' WHERE state = 'pending' AND attempts > 0")


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what the new columns hold would be lost")
