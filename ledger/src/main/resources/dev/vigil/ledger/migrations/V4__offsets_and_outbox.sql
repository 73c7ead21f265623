-- How far the topics were read, and what is still to be said: written in the same transaction as the rows.

create table offsets (
    topic        text not null,
    partition    integer not null,
    topic_id     text not null,
    position     bigint not null,
    leader_epoch integer,
    primary key (topic, partition)
);
comment on table offsets is 'The next record to be read of every partition. The copy in Kafka is for lag tools only.';
comment on column offsets.topic_id is 'Tells a topic from another that was made later under its name.';
comment on column offsets.leader_epoch is 'Of the last record read, so that a log cut off behind it is noticed.';

create table outbox (
    id       bigint generated always as identity primary key,
    topic    text not null,
    frame    text not null,
    revision integer not null,
    sent_at  timestamptz,
    unique (topic, frame, revision),
    foreign key (frame, revision) references recorded
);
create index outbox_unsent on outbox (id) where sent_at is null;
comment on table outbox is 'What must be published because of the rows. The event is made from the row of recorded when it is sent, so that no bytes of an older version lie here.';
comment on column outbox.sent_at is 'When the broker had it; empty: to be sent.';
