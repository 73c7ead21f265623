-- What is said of frames. Every event carries the frame's identity, so any row may come first, and each may come twice.

create type level as enum ('SIGHTED', 'TRANSFERRED', 'REDUCED');

create table frames (
    frame    text primary key,
    unit     text not null,
    path     text not null,
    revision integer not null
);
comment on table frames is 'One row per frame id.';
comment on column frames.path is 'Below the incoming folder.';
comment on column frames.revision is 'The newest revision that anything was said of; it only grows.';

create table frame_revisions (
    frame          text not null references frames,
    revision       integer not null,
    unit           text not null,
    night          date,
    night_source   text not null,
    exposure       text not null,
    type           text not null,
    last_level     level not null,
    known          text collate "C" not null,
    judgement      text,
    reason         text,
    remedy         text,
    size           bigint,
    modified       timestamptz,
    first_seen     timestamptz,
    taken_level    level,
    transferred_at timestamptz,
    looked_at      timestamptz,
    reduced_at     timestamptz,
    primary key (frame, revision)
) with (fillfactor = 70);
create index frame_revisions_of_a_night on frame_revisions (unit, night);
comment on table frame_revisions is 'One row per content of a frame: what it is, and how far it has come.';
comment on column frame_revisions.night is 'Empty when it is unknown.';
comment on column frame_revisions.known is 'Orders what is known: the producer''s word on a complete file over its word on an incomplete one, that over anybody else''s, then the later over the earlier. A greater one replaces identity and judgement.';
comment on column frame_revisions.judgement is 'The producer''s latest: ARRIVING, STALLED, TAKEN, EXCLUDED or REFUSED; empty while only others have spoken.';
comment on column frame_revisions.reason is 'Why the file is still arriving or stalled or refused, or the rule that excludes it.';
comment on column frame_revisions.taken_level is 'Where the frame''s way ends, once it was taken: empty for a frame that never was, the nearest of several.';
comment on column frame_revisions.first_seen is 'The earliest announcement.';
comment on column frame_revisions.transferred_at is 'The first transfer that succeeded.';
comment on column frame_revisions.looked_at is 'The first quick look.';
comment on column frame_revisions.reduced_at is 'The first full reduction. A later one takes nothing back.';

create table sightings (
    frame     text not null,
    revision  integer not null,
    at        timestamptz not null,
    judgement text not null,
    category  text,
    reason    text,
    remedy    text,
    size      bigint not null,
    modified  timestamptz not null,
    primary key (frame, revision, at, judgement),
    foreign key (frame, revision) references frame_revisions
);
comment on table sightings is 'Every announcement of the producer, with its judgement.';
comment on column sightings.category is 'The class of the reason, for a refused file.';

create table frame_facts (
    frame          text not null,
    revision       integer not null,
    at             timestamptz not null,
    judgement      text not null,
    source_digest  text not null,
    content_digest text not null,
    pixel_digests  text[] not null,
    locations      text[] not null,
    object         text,
    filter         text,
    exposure_time  double precision,
    start          timestamptz,
    recipe         text not null,
    flags          text[] not null,
    camera         text,
    detector       text,
    "window"       text,
    binning        text,
    gain_setting   text,
    "offset"       text,
    read_mode      text,
    amplifiers     text,
    row_order      text,
    temperature    double precision,
    primary key (frame, revision),
    foreign key (frame, revision) references frame_revisions
);
comment on table frame_facts is 'What the header of a complete file says, by the latest announcement that had it.';
comment on column frame_facts.exposure_time is 'Seconds.';
comment on column frame_facts.source_digest is 'SHA-256 of the file as the telescope wrote it.';
comment on column frame_facts.content_digest is 'SHA-256 of the file uncompressed.';
comment on column frame_facts.temperature is 'Of the sensor, in degrees Celsius.';

create table transfers (
    frame           text not null,
    revision        integer not null,
    task            text not null,
    attempt         integer not null,
    at              timestamptz not null,
    archived_key    text not null,
    archived_area   text not null,
    archived_size   bigint not null,
    archived_digest text not null,
    readable_key    text not null,
    readable_area   text not null,
    readable_size   bigint not null,
    readable_digest text not null,
    worker          text not null,
    took            double precision not null,
    primary key (frame, revision, task, attempt),
    foreign key (frame, revision) references frame_revisions
);
comment on table transfers is 'One row per attempt that brought a frame into the archive; of several answers to one attempt, the earliest.';
comment on column transfers.took is 'Seconds.';

create table reductions (
    frame              text not null,
    revision           integer not null,
    reduction          text not null,
    kind               text not null,
    task               text not null,
    attempt            integer not null,
    at                 timestamptz not null,
    recipe             text not null,
    recipe_version     text not null,
    recipe_fingerprint text not null,
    detectors          jsonb not null,
    level              double precision,
    saturated_fraction double precision,
    sources            bigint,
    seeing             double precision,
    seeing_arcsec      double precision,
    sky                double precision,
    noise              double precision,
    others             jsonb not null,
    flags              text[] not null,
    worker             text not null,
    took               double precision not null,
    primary key (frame, revision, reduction),
    foreign key (frame, revision) references frame_revisions
);
comment on table reductions is 'One row per reduction: the same work has the same name, so of several answers the earliest is kept. Nothing replaces a reduction.';
comment on column reductions.kind is 'QUICK_LOOK or FULL.';
comment on column reductions.detectors is 'What came of each detector: name, good, reason.';
comment on column reductions.level is 'Median in counts.';
comment on column reductions.seeing is 'Full width at half maximum, in pixels.';
comment on column reductions.others is 'Measurements that only some cameras have.';

create table products (
    frame     text not null,
    revision  integer not null,
    reduction text not null,
    kind      text not null,
    area      text not null,
    key       text not null,
    size      bigint not null,
    digest    text not null,
    primary key (frame, revision, reduction, area, key, digest),
    foreign key (frame, revision, reduction) references reductions
);
create index products_by_key on products (area, key);
comment on table products is 'The files that a reduction made.';
comment on column products.digest is 'SHA-256. One key with two digests would be a broken promise, and is kept so that it can be seen.';

create table reduction_masters (
    frame     text not null,
    revision  integer not null,
    reduction text not null,
    master    text not null,
    kind      text not null,
    age       double precision not null,
    primary key (frame, revision, reduction, master),
    foreign key (frame, revision, reduction) references reductions
);
create index reduction_masters_by_master on reduction_masters (master);
comment on table reduction_masters is 'The masters that a reduction used. A master''s own row may come later.';
comment on column reduction_masters.age is 'Seconds between the frame and the master.';

create table current_reductions (
    frame       text primary key references frames,
    revision    integer not null,
    reduction   text not null,
    promoted_by text,
    foreign key (frame, revision, reduction) references reductions
);
comment on table current_reductions is 'Points at the reduction of a frame that counts now: the one last promoted, else the newest full one of the newest revision. The pointer can go back.';
comment on column current_reductions.promoted_by is 'The request that chose it; empty when nobody did.';

create table failures (
    frame    text not null,
    revision integer not null,
    stage    text not null,
    task     text not null,
    attempt  integer not null,
    at       timestamptz not null,
    worker   text not null,
    category text not null,
    reason   text not null,
    remedy   text not null,
    allowed  integer not null,
    final    boolean not null generated always as (attempt >= allowed) stored,
    primary key (frame, revision, stage, task, attempt, at, worker),
    foreign key (frame, revision) references frame_revisions
);
comment on table failures is 'Every failed attempt.';
comment on column failures.task is 'Empty where there was none.';
comment on column failures.final is 'Whether no attempt is left.';

create table waits (
    frame    text not null,
    revision integer not null,
    stage    text not null,
    turn     integer not null,
    awaited  text not null,
    what     text not null,
    state    text not null,
    since    timestamptz not null,
    at       timestamptz not null,
    over     boolean not null,
    primary key (frame, revision, stage, turn),
    foreign key (frame, revision) references frame_revisions
);
comment on table waits is 'Every wait of a frame, as it was last told.';
comment on column waits.over is 'Whether the wait has ended; at is then when.';

create table recorded (
    frame    text not null,
    revision integer not null,
    level    level not null,
    at       timestamptz not null,
    primary key (frame, revision),
    foreign key (frame, revision) references frame_revisions
);
comment on table recorded is 'The frames whose last level''s outcome this ledger holds. A row is never changed but for an earlier time, and never removed.';
