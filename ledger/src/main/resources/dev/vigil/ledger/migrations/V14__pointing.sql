-- How a frame's place on the sky was found, and by how much its header was wrong.

alter table reductions add column placed_by text;
alter table reductions add column pointing_east double precision;
alter table reductions add column pointing_north double precision;
comment on column reductions.placed_by is 'The search that found the frame''s place on the sky: header, any direction, neighbour …, wider, brighter limit, blind.';
comment on column reductions.pointing_east is 'From the header''s place to the true one, in seconds of arc to the east.';
comment on column reductions.pointing_north is 'And to the north.';
