-- What is said of masters. As with frames, any row may come first.

create table masters (
    master        text primary key,
    unit          text not null,
    kind          text not null,
    set           text not null,
    version       integer not null,
    night         date,
    at            timestamptz not null,
    task          text not null,
    attempt       integer not null,
    filter        text,
    exposure_time double precision,
    middle        timestamptz not null,
    camera        text,
    detector      text,
    "window"      text,
    binning       text,
    gain_setting  text,
    "offset"      text,
    read_mode     text,
    amplifiers    text,
    row_order     text,
    temperature   double precision,
    quality       jsonb not null,
    flags         text[] not null,
    worker        text not null,
    took          double precision not null
);
create index masters_of_a_night on masters (unit, night);
comment on table masters is 'Every master that was built; of several answers, the earliest.';
comment on column masters.night is 'Of its inputs; empty when unknown.';
comment on column masters.middle is 'Middle of its inputs'' times: ages count from here.';

create table master_inputs (
    master   text not null references masters,
    frame    text not null,
    revision integer not null,
    used     boolean not null,
    primary key (master, frame, revision)
);
create index master_inputs_by_frame on master_inputs (frame);
comment on table master_inputs is 'The frames that a master was made of. Their own rows may come later.';
comment on column master_inputs.used is 'Whether it was combined, or rejected.';

create table master_masters (
    master text not null references masters,
    uses   text not null,
    kind   text not null,
    age    double precision not null,
    primary key (master, uses)
);
comment on table master_masters is 'The masters that calibrated the inputs of a master.';

create table master_products (
    master text not null references masters,
    kind   text not null,
    area   text not null,
    key    text not null,
    size   bigint not null,
    digest text not null,
    primary key (master, area, key, digest)
);
comment on table master_products is 'The files of a master.';

create table master_failures (
    master   text not null,
    unit     text not null,
    kind     text not null,
    set      text not null,
    task     text not null,
    attempt  integer not null,
    at       timestamptz not null,
    worker   text not null,
    category text not null,
    reason   text not null,
    remedy   text not null,
    allowed  integer not null,
    final    boolean not null generated always as (attempt >= allowed) stored,
    primary key (master, task, attempt, at, worker)
);
comment on table master_failures is 'Every failed attempt to build a master.';

create table master_waits (
    master    text primary key,
    unit      text not null,
    kind      text not null,
    set       text not null,
    at        timestamptz not null,
    announced integer not null,
    ready     integer not null,
    needed    integer not null,
    state     text not null,
    over      boolean not null
);
comment on table master_waits is 'What the set of a master waits for, as it was last told.';
