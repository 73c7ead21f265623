-- A revision of which neither pixels nor a card that matters changed has the reduction of the one before it.

alter table reductions add column same_as integer;
comment on column reductions.same_as is 'The earlier revision that was reduced so, where neither pixels nor a card that matters changed: its files are this one''s too.';

create or replace view frame_story as
select frame, revision, at, 'SIGHTING' as stage, lower(judgement) as what,
       concat_ws(' ', concat_ws('. What to do: ', nullif(reason, ''), nullif(remedy, '')), '(' || size || ' bytes)') as words, '' as worker, 0 as attempt
from sightings
union all
select frame, revision, at, 'TRANSFER', case when archived_area = 'ELSEWHERE' then 'copied by other software' when loss_steps is not null then 'kept with loss' else 'transferred' end,
       archived_key || ' (' || archived_size || ' bytes)', worker, attempt
from transfers
union all
select frame, revision, at, case kind when 'FULL' then 'REDUCTION' else 'QUICK_LOOK' end,
       case kind when 'FULL' then 'reduced' else 'looked at' end,
       concat_ws('; ', concat_ws(' ', recipe, recipe_version, 'as', reduction, nullif(array_to_string(flags, ', '), '')),
           'reduced as revision ' || same_as || ': neither pixels nor a card that matters changed'), worker, attempt
from reductions
union all
select frame, revision, at, stage, case when final then 'failed' else 'failed, will be tried again' end,
       concat_ws('. What to do: ', nullif(reason, ''), nullif(remedy, '')), worker, attempt
from failures
union all
select frame, revision, since, stage, 'waits for ' || lower(awaited), what || ': ' || state, '', 0
from waits
union all
select frame, revision, at, stage, 'waits no longer for ' || lower(awaited), what || ': ' || state, '', 0
from waits where over
union all
select frame, revision, at, 'RECORDING', 'recorded', coalesce(nullif(shown_by, ''), lower(level::text)), '', 0
from recorded
union all
select f.frame, f.revision, q.at, 'RECORDING', 'asked: ' || replace(lower(q.wish), '_', ' '), q.why, q.who, 0
from requests q cross join unnest(q.frames) as asked(frame) join frames f on f.frame = asked.frame
union all
select frame, revision, at, 'RECORDING', 'released at the telescope',
       path || ' (' || size || ' bytes) was deleted there; the archive has it as ' || archived, '', 0
from releases;
