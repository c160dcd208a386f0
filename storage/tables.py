"""The tables, and the constraints that carry the promises: what may exist once, and with what."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.columns import (
    DEAL_ID,
    JSON,
    LINE_LENGTH,
    SITE,
    TEXT_LENGTH,
    TITLE_LENGTH,
    Clipped,
    KeyText,
    UtcDateTime,
    one_of,
)

METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Table(SQLModel):
    """What all tables share: one set of names, apart from any other program's tables."""

    metadata = METADATA


# --- feeds --------------------------------------------------------------------------------------


class FeedRow(Table, table=True):
    """A feed we watch or watched: its validators, its health, and who is polling it now.

    `interval_s` is how long it waits while it is healthy, `newest_at` its newest entry's date.
    `moved_to` is where permanent redirects led `moved_seen` times in a row; `moved_from` is what it
    was called before such a move was adopted, and what the configuration may call it still.
    `site` is what it is asked together with, `rhythm_s` the usual gap between two of its entries,
    `told` what its user was last told of it and still holds (None: all is well).
    """

    __tablename__ = "feeds"
    __table_args__ = (
        one_of("origin", "config", "command"),
        one_of("state", "active", "paused", "gone", "removed"),
        sa.CheckConstraint("errors_in_row >= 0", name="errors_in_row_counts"),
        sa.CheckConstraint("(moved_seen > 0) = (moved_to IS NOT NULL)", name="move_whole"),
        sa.CheckConstraint("(lease_owner IS NULL) = (lease_until IS NULL)", name="lease_whole"),
        sa.Index("ix_feeds_state_next_check_at", "state", "next_check_at"),
        sa.Index("ix_feeds_site", "site"),
    )

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(sa_type=sa.Text, unique=True)
    name: str | None = Field(default=None, sa_type=Clipped(TITLE_LENGTH))
    publisher: str | None = Field(default=None, sa_type=Clipped(TITLE_LENGTH))
    tags: list[str] = Field(default_factory=list, sa_column=sa.Column(JSON, nullable=False))
    origin: str = Field(sa_type=sa.String(16))
    state: str = Field(default="active", sa_type=sa.String(16))
    title: str | None = Field(default=None, sa_type=Clipped(TITLE_LENGTH))
    etag: str | None = Field(default=None, sa_type=sa.Text)
    last_modified: str | None = Field(default=None, sa_type=sa.Text)
    body_hash: str | None = Field(default=None, sa_type=sa.String(128))
    fingerprints: bytes = Field(default=b"", sa_type=sa.LargeBinary, nullable=False)
    next_check_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_success_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    interval_s: int | None = None
    newest_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    deals_brought: int = 0
    not_modified_in_row: int = 0
    moved_to: str | None = Field(default=None, sa_type=sa.Text)
    moved_seen: int = 0
    moved_from: str | None = Field(default=None, sa_type=sa.Text)
    errors_in_row: int = 0
    error_code: str | None = Field(default=None, sa_type=Clipped(64))
    error_detail: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))
    lease_owner: str | None = Field(default=None, sa_type=sa.String(200))
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    site: str | None = Field(default=None, sa_type=SITE)
    full_text: str | None = Field(default=None, sa_type=sa.String(16))
    rhythm_s: int | None = None
    told: str | None = Field(default=None, sa_type=sa.String(16))
    added_at: datetime = Field(sa_type=UtcDateTime)


class SiteRow(Table, table=True):
    """A site that feeds are asked from: one worker at a time has it, nobody asks too early."""

    __tablename__ = "sites"
    __table_args__ = (
        sa.CheckConstraint("(lease_owner IS NULL) = (lease_until IS NULL)", name="lease_whole"),
    )

    name: str = Field(primary_key=True, sa_type=SITE)
    lease_owner: str | None = Field(default=None, sa_type=sa.String(200))
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ask_after: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))


class PollRow(Table, table=True):
    """One look at one feed and what came of it."""

    __tablename__ = "polls"
    __table_args__ = (
        one_of("outcome", "new", "unchanged", "not_modified", "error", "skipped"),
        sa.CheckConstraint("(outcome = 'error') = (error IS NOT NULL)", name="error_named"),
        sa.Index("ix_polls_feed_id_polled_at", "feed_id", "polled_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = Field(foreign_key="feeds.id")
    polled_at: datetime = Field(sa_type=UtcDateTime)
    outcome: str = Field(sa_type=sa.String(16))
    error: str | None = Field(default=None, sa_type=Clipped(64))
    detail: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))
    new: int = 0
    ms: int = 0


# --- entries ------------------------------------------------------------------------------------


class EntryRow(Table, table=True):
    """An entry as it was read. `url_key` is its identity across feeds, `key` inside its own.

    `title_key` stands for title and publisher, by which a copy under another address is known.
    Of a pruned entry only the names are left, so that it does not come back as new. `page_text` is
    what its article's page says, `page_note` why that could not be had.
    """

    __tablename__ = "entries"
    __table_args__ = (
        sa.UniqueConstraint("feed_id", "key"),
        one_of("state", "read", "set_aside"),
        sa.CheckConstraint("(state = 'set_aside') = (reason IS NOT NULL)", name="reason_given"),
        sa.CheckConstraint("state = 'read' OR is_compute_deal = false", name="deal_was_read"),
        sa.Index("ix_entries_seen_at", "seen_at"),
        sa.Index("ix_entries_parent_id", "parent_id"),
        sa.Index("ix_entries_title_key", "title_key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = Field(foreign_key="feeds.id")
    key: str = Field(sa_type=KeyText)
    url: str | None = Field(default=None, sa_type=sa.Text)
    url_key: str | None = Field(default=None, sa_type=KeyText, unique=True)
    title_key: str | None = Field(default=None, sa_type=sa.String(64))
    fingerprint: str = Field(sa_type=Clipped(128))
    title: str = Field(sa_type=Clipped(TITLE_LENGTH))
    text: str = Field(sa_type=Clipped(TEXT_LENGTH))
    publisher: str | None = Field(default=None, sa_type=Clipped(TITLE_LENGTH))
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    pruned_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    page_text: str | None = Field(default=None, sa_type=Clipped(TEXT_LENGTH))
    page_note: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))
    parent_id: int | None = Field(default=None, foreign_key="entries.id")
    is_compute_deal: bool = False
    reading: dict[str, object] | None = Field(default=None, sa_column=sa.Column(JSON))
    state: str = Field(default="read", sa_type=sa.String(16))
    reason: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))
    links: list[dict[str, str]] = Field(
        default_factory=list, sa_column=sa.Column(JSON, nullable=False)
    )


class EntryFeedRow(Table, table=True):
    """A feed that carried an entry, its own or another's."""

    __tablename__ = "entry_feeds"
    __table_args__ = (sa.Index("ix_entry_feeds_feed_id", "feed_id"),)

    entry_id: int = Field(primary_key=True, foreign_key="entries.id")
    feed_id: int = Field(primary_key=True, foreign_key="feeds.id")


# --- deals --------------------------------------------------------------------------------------


class DealRow(Table, table=True):
    """A deal: `value` is the whole `Deal`, the other columns repeat what is searched for."""

    __tablename__ = "deals"
    __table_args__ = (
        one_of(
            "status",
            "rumour",
            "talks",
            "loi",
            "announced",
            "contracted",
            "operating",
            "cut",
            "cancelled",
            "denied",
        ),
        sa.Index("ix_deals_updated_at", "updated_at"),
    )

    id: str = Field(primary_key=True, sa_type=DEAL_ID)
    title: str = Field(sa_type=Clipped(TITLE_LENGTH))
    status: str = Field(sa_type=sa.String(16))
    value: dict[str, object] = Field(sa_column=sa.Column(JSON, nullable=False))
    announced_at: datetime = Field(sa_type=UtcDateTime)
    updated_at: datetime = Field(sa_type=UtcDateTime)
    opened_at: datetime = Field(sa_type=UtcDateTime)


class DealCompanyRow(Table, table=True):
    """A company of a deal, for finding the deals of a company."""

    __tablename__ = "deal_companies"
    __table_args__ = (sa.Index("ix_deal_companies_company", "company"),)

    deal_id: str = Field(primary_key=True, foreign_key="deals.id", sa_type=DEAL_ID)
    company: str = Field(primary_key=True, sa_type=KeyText)


class DealEntryRow(Table, table=True):
    """An entry that reports a deal; no entry reports two."""

    __tablename__ = "deal_entries"

    deal_id: str = Field(primary_key=True, foreign_key="deals.id", sa_type=DEAL_ID)
    entry_id: int = Field(primary_key=True, foreign_key="entries.id", unique=True)


# --- alerts -------------------------------------------------------------------------------------


class AlertRow(Table, table=True):
    """What we decided to say: of a deal, of an entry, of feeds, or a digest of several alerts.

    `key` is shown and never used twice.
    """

    __tablename__ = "alerts"
    __table_args__ = (
        sa.CheckConstraint(
            "(deal_id IS NULL OR feed_id IS NULL) AND "
            "(entry_id IS NULL OR (deal_id IS NULL AND feed_id IS NULL))",
            name="about_one",
        ),
        sa.Index("ix_alerts_deal_id", "deal_id"),
        sa.Index("ix_alerts_feed_id", "feed_id"),
        sa.Index("ix_alerts_entry_id", "entry_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    deal_id: str | None = Field(default=None, foreign_key="deals.id", sa_type=DEAL_ID)
    feed_id: int | None = Field(default=None, foreign_key="feeds.id")
    entry_id: int | None = Field(default=None, foreign_key="entries.id")
    key: str = Field(sa_type=KeyText, unique=True)
    created_at: datetime = Field(sa_type=UtcDateTime)
    payload: dict[str, object] = Field(sa_column=sa.Column(JSON, nullable=False))


class DeliveryRow(Table, table=True):
    """An alert on its way to one destination; a destination has at most one under way.

    `held` waits until `next_try_at` for a digest, or is in one: `carrier_id` is the delivery that
    brings it. `failed` will be tried again. `next_try_at` is a promise of "not before".
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        sa.UniqueConstraint("alert_id", "destination"),
        one_of("state", "pending", "sending", "sent", "held", "failed", "dead", "cancelled"),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_dated"),
        sa.CheckConstraint("(state = 'sending') = (lease_owner IS NOT NULL)", name="sending_owned"),
        sa.CheckConstraint("(lease_owner IS NULL) = (lease_until IS NULL)", name="lease_whole"),
        sa.CheckConstraint("attempts >= 0", name="attempts_count"),
        sa.CheckConstraint("state NOT IN ('sending', 'sent') OR attempts > 0", name="tried"),
        sa.CheckConstraint("carrier_id IS NULL OR carrier_id <> id", name="carried_by_another"),
        sa.Index("ix_deliveries_state_next_try_at", "state", "next_try_at"),
        sa.Index("ix_deliveries_destination_state", "destination", "state"),
        sa.Index("ix_deliveries_carrier_id", "carrier_id"),
        sa.Index(
            "uq_deliveries_destination_sending",
            "destination",
            unique=True,
            sqlite_where=sa.text("state = 'sending'"),
            postgresql_where=sa.text("state = 'sending'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    alert_id: int = Field(foreign_key="alerts.id")
    destination: str = Field(sa_type=sa.String(200))
    key: str = Field(sa_type=KeyText, unique=True)
    state: str = Field(default="pending", sa_type=sa.String(16))
    attempts: int = 0
    next_try_at: datetime = Field(sa_type=UtcDateTime)
    lease_owner: str | None = Field(default=None, sa_type=sa.String(200))
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    may_repeat: bool = False
    carrier_id: int | None = Field(default=None, foreign_key="deliveries.id")
    last_error: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))
    created_at: datetime = Field(sa_type=UtcDateTime)
    tried_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DestinationRow(Table, table=True):
    """How a destination fares: when it heard last, since when it fails, when it is tried again."""

    __tablename__ = "destinations"
    __table_args__ = (
        sa.CheckConstraint("failures_in_row >= 0", name="failures_count"),
        sa.CheckConstraint("(failures_in_row > 0) = (failing_since IS NOT NULL)", name="dated"),
        sa.CheckConstraint("(failures_in_row > 0) = (ask_after IS NOT NULL)", name="asked_again"),
    )

    name: str = Field(primary_key=True, sa_type=sa.String(200))
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ask_after: datetime | None = Field(default=None, sa_type=UtcDateTime)
    failures_in_row: int = 0
    failing_since: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str | None = Field(default=None, sa_type=Clipped(LINE_LENGTH))


class DecisionRow(Table, table=True):
    """Why an entry that reports a deal was told, under which key, or was not."""

    __tablename__ = "decisions"
    __table_args__ = (sa.Index("ix_decisions_entry_id", "entry_id"),)

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entries.id")
    alert_key: str | None = Field(default=None, sa_type=KeyText)
    reason: str = Field(sa_type=Clipped(LINE_LENGTH))
    at: datetime = Field(sa_type=UtcDateTime)
