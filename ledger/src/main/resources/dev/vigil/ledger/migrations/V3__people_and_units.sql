-- What people ask for, and which units are alive.

create table requests (
    request   text primary key,
    unit      text not null,
    at        timestamptz not null,
    who       text not null,
    why       text not null,
    wish      text not null,
    frames    text[] not null,
    night     date,
    reduction text
);
create index requests_by_frame on requests using gin (frames);
comment on table requests is 'Every wish of a person.';
comment on column requests.wish is 'REDUCE_AGAIN, BUILD_MASTERS, FETCH_AGAIN, PROMOTE or CLOSE_FRAME.';
comment on column requests.frames is 'The frames that it is about; none where it is about a night.';

create table request_answers (
    request  text not null,
    at       timestamptz not null,
    unit     text not null,
    accepted boolean not null,
    answer   text not null,
    primary key (request, at)
);
comment on table request_answers is 'What came of requests. An answer may come before its request.';

create table units (
    unit           text primary key,
    at             timestamptz not null,
    root_reachable boolean not null,
    scanned_up_to  timestamptz,
    quiet_since    timestamptz,
    current_night  date,
    files          bigint not null,
    disk_free      bigint not null,
    disk_total     bigint not null,
    load           double precision not null
);
comment on table units is 'The latest word of every unit''s producer.';
comment on column units.at is 'The producer''s clock.';
