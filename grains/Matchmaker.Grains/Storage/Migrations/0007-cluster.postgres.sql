-- Membership and reminders of Orleans' ADO.NET providers, which find their statements by name in orleansquery.
-- Each statement is one round trip. A change of the membership succeeds only at the table version that its author read.

CREATE TABLE silo_cluster (
    id      TEXT COLLATE "C" PRIMARY KEY,
    version INTEGER NOT NULL,                 -- of the membership
    at      TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE silo (
    cluster       TEXT COLLATE "C" NOT NULL REFERENCES silo_cluster,
    address       TEXT COLLATE "C" NOT NULL,
    port          INTEGER NOT NULL,
    generation    INTEGER NOT NULL,           -- distinguishes starts at the same address
    name          TEXT NOT NULL,
    host          TEXT NOT NULL,
    status        INTEGER NOT NULL,           -- Orleans' SiloStatus: 1 created, 2 joining, 3 active, 4 shutting down, 5 stopping, 6 dead
    gateway_port  INTEGER,                    -- null or 0: accepts no clients
    suspected_by  TEXT,                       -- silos that missed an answer, each with its instant
    started_at    TIMESTAMPTZ NOT NULL,
    alive_at      TIMESTAMPTZ NOT NULL,       -- the silo's own last update
    PRIMARY KEY (cluster, address, port, generation)
);

CREATE TABLE silo_reminder (
    service   TEXT COLLATE "C" NOT NULL,
    grain     TEXT COLLATE "C" NOT NULL,
    name      TEXT COLLATE "C" NOT NULL,
    start_at  TIMESTAMPTZ NOT NULL,
    period_ms BIGINT NOT NULL,
    hash      INTEGER NOT NULL,               -- of the grain, signed: each silo serves a range
    version   INTEGER NOT NULL,
    PRIMARY KEY (service, grain, name)
);

CREATE INDEX silo_reminder_hash ON silo_reminder (service, hash);

CREATE TABLE orleansquery (
    querykey  TEXT PRIMARY KEY,
    querytext TEXT NOT NULL
);

INSERT INTO orleansquery (querykey, querytext) VALUES
('GatewaysQueryKey', '
    SELECT address AS "Address", gateway_port AS "ProxyPort", generation AS "Generation"
    FROM   silo
    WHERE  cluster = @DeploymentId AND status = @Status AND gateway_port > 0'),

('MembershipReadAllKey', '
    SELECT s.address AS "Address", s.port AS "Port", s.generation AS "Generation", s.name AS "SiloName", s.host AS "HostName", s.status AS "Status",
           s.gateway_port AS "ProxyPort", s.suspected_by AS "SuspectTimes", s.started_at AS "StartTime", s.alive_at AS "IAmAliveTime", c.version AS "Version"
    FROM   silo_cluster c LEFT JOIN silo s ON s.cluster = c.id
    WHERE  c.id = @DeploymentId'),

('MembershipReadRowKey', '
    SELECT s.address AS "Address", s.port AS "Port", s.generation AS "Generation", s.name AS "SiloName", s.host AS "HostName", s.status AS "Status",
           s.gateway_port AS "ProxyPort", s.suspected_by AS "SuspectTimes", s.started_at AS "StartTime", s.alive_at AS "IAmAliveTime", c.version AS "Version"
    FROM   silo_cluster c LEFT JOIN silo s ON s.cluster = c.id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
    WHERE  c.id = @DeploymentId'),

('InsertMembershipVersionKey', '
    WITH made AS (INSERT INTO silo_cluster (id, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*)::INTEGER FROM made'),

('InsertMembershipKey', '
    WITH next AS (
        UPDATE silo_cluster SET version = version + 1, at = now()
        WHERE  id = @DeploymentId AND version = @Version
               AND NOT EXISTS (SELECT 1 FROM silo WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING id),
    made AS (
        INSERT INTO silo (cluster, address, port, generation, name, host, status, gateway_port, started_at, alive_at)
        SELECT id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM next
        RETURNING 1)
    SELECT count(*)::INTEGER FROM made'),

('UpdateMembershipKey', '
    WITH next AS (
        UPDATE silo_cluster SET version = version + 1, at = now()
        WHERE  id = @DeploymentId AND version = @Version
               AND EXISTS (SELECT 1 FROM silo WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING id),
    changed AS (
        UPDATE silo SET status = @Status, suspected_by = @SuspectTimes, alive_at = @IAmAliveTime
        FROM   next
        WHERE  silo.cluster = next.id AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING 1)
    SELECT count(*)::INTEGER FROM changed'),

('UpdateIAmAlivetimeKey', '
    UPDATE silo SET alive_at = @IAmAliveTime
    WHERE  cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),

('DeleteMembershipTableEntriesKey', '
    WITH gone AS (DELETE FROM silo WHERE cluster = @DeploymentId)
    UPDATE silo_cluster SET version = version + 1 WHERE id = @DeploymentId'),

('CleanupDefunctSiloEntriesKey', '
    DELETE FROM silo WHERE cluster = @DeploymentId AND status <> 3 AND alive_at < @IAmAliveTime'),

('ReadReminderRowsKey', '
    SELECT grain AS "GrainId", name AS "ReminderName", start_at AS "StartTime", period_ms AS "Period", version AS "Version"
    FROM   silo_reminder
    WHERE  service = @ServiceId AND grain = @GrainId'),

('ReadReminderRowKey', '
    SELECT grain AS "GrainId", name AS "ReminderName", start_at AS "StartTime", period_ms AS "Period", version AS "Version"
    FROM   silo_reminder
    WHERE  service = @ServiceId AND grain = @GrainId AND name = @ReminderName'),

('ReadRangeRows1Key', '
    SELECT grain AS "GrainId", name AS "ReminderName", start_at AS "StartTime", period_ms AS "Period", version AS "Version"
    FROM   silo_reminder
    WHERE  service = @ServiceId AND hash > @BeginHash AND hash <= @EndHash'),

('ReadRangeRows2Key', '
    SELECT grain AS "GrainId", name AS "ReminderName", start_at AS "StartTime", period_ms AS "Period", version AS "Version"
    FROM   silo_reminder
    WHERE  service = @ServiceId AND (hash > @BeginHash OR hash <= @EndHash)'),

('UpsertReminderRowKey', '
    INSERT INTO silo_reminder (service, grain, name, start_at, period_ms, hash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (service, grain, name) DO UPDATE
    SET start_at = excluded.start_at, period_ms = excluded.period_ms, hash = excluded.hash, version = silo_reminder.version + 1
    RETURNING version AS "Version"'),

('DeleteReminderRowKey', '
    WITH gone AS (
        DELETE FROM silo_reminder WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version RETURNING 1)
    SELECT count(*)::INTEGER FROM gone'),

('DeleteReminderRowsKey', '
    DELETE FROM silo_reminder WHERE service = @ServiceId');
