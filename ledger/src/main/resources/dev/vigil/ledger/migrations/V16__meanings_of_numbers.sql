-- What numbers mean, in what unit, and where they stand, for those who ask the database itself.

create table measurables (
    name        text primary key,
    unit        text not null,
    description text not null,
    place       text not null
);
comment on table measurables is 'What can be measured on a frame or master, as the version that writes the ledger declares it: written anew whenever the ingester starts.';
comment on column measurables.name is 'By which events, instrument profiles and reductions.others call it.';
comment on column measurables.unit is 'Empty for a plain number.';
comment on column measurables.description is 'What it is, in words.';
comment on column measurables.place is 'Where it stands in the ledger, as SQL.';

comment on column reductions.others is 'Measurements that not every camera has, by name; the table measurables tells their units and what they are.';
comment on column masters.quality is 'What was measured on it, by name; the table measurables tells the units and what they are (place masters.quality).';
