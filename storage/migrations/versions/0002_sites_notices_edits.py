"""Sites asked by one worker at a time; notices on feeds; edited, pruned and fuller entries."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sites",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("lease_owner", sa.String(length=200), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ask_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.CheckConstraint(
            "(lease_owner IS NULL) = (lease_until IS NULL)", name=op.f("ck_sites_lease_whole")
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sites")),
    )
    op.add_column("feeds", sa.Column("site", sa.String(length=300), nullable=True))
    op.add_column("feeds", sa.Column("full_text", sa.String(length=16), nullable=True))
    op.add_column("feeds", sa.Column("rhythm_s", sa.Integer(), nullable=True))
    op.add_column("feeds", sa.Column("told", sa.String(length=16), nullable=True))
    op.create_index("ix_feeds_site", "feeds", ["site"])

    op.add_column("entries", sa.Column("title_key", sa.String(length=64), nullable=True))
    op.add_column("entries", sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("entries", sa.Column("pruned_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("entries", sa.Column("page_text", sa.String(length=200_000), nullable=True))
    op.add_column("entries", sa.Column("page_note", sa.String(length=1000), nullable=True))
    op.create_index("ix_entries_title_key", "entries", ["title_key"])

    with op.batch_alter_table("alerts") as alerts:
        alerts.alter_column("deal_id", existing_type=sa.String(length=200), nullable=True)
        alerts.add_column(sa.Column("feed_id", sa.Integer(), nullable=True))
        alerts.create_foreign_key(op.f("fk_alerts_feed_id_feeds"), "feeds", ["feed_id"], ["id"])
        alerts.create_check_constraint(
            op.f("ck_alerts_about_one"), "(deal_id IS NULL) <> (feed_id IS NULL)"
        )
    op.create_index("ix_alerts_feed_id", "alerts", ["feed_id"])


def downgrade() -> None:
    raise NotImplementedError("restore a backup instead: what the new columns hold would be lost")
