-- A wish may be about masters.

alter table requests add column masters text[] not null default '{}';
comment on column requests.masters is 'The masters that it is about.';
comment on column requests.wish is 'The kind of the wish, such as REDUCE_AGAIN, BUILD_AGAIN or CLOSE_FRAME.';
