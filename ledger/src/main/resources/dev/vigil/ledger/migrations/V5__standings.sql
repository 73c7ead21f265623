-- Where each frame stands by its newest revision. Every frame stands in exactly one place.

create view frame_standings as
select f.frame, f.path, f.unit, f.revision,
       r.night, r.night_source, r.exposure, r.type, r.last_level, r.judgement,
       r.size, r.modified, r.first_seen, r.transferred_at, r.looked_at, r.reduced_at,
       d.at as recorded_at,
       s.standing,
       case s.standing when 'EXCLUDED' then r.reason
                       when 'FAILED' then coalesce(x.reason, r.reason)
                       when 'WAITING' then w.reason
                       when 'STALLED' then coalesce(w.reason, r.reason)
                       when 'ON_THE_WAY' then r.reason end as reason,
       case s.standing when 'FAILED' then coalesce(x.remedy, r.remedy) end as remedy
from frames f
join frame_revisions r on r.frame = f.frame and r.revision = f.revision
left join recorded d on d.frame = f.frame and d.revision = f.revision
cross join lateral (
    select r.judgement in ('TAKEN', 'EXCLUDED') or r.transferred_at is not null or r.reduced_at is not null as announced,
           r.transferred_at is not null or r.reduced_at is not null as transferred,
           r.reduced_at is not null as reduced) passed
left join lateral (
    -- The last attempt of each stage that is not passed yet. A quick look never stops a frame.
    -- Most frames are recorded, so theirs are not even looked for.
    select last.reason, last.remedy, last.at
    from (select distinct on (x.stage) x.* from failures x
          where d.frame is null and x.frame = f.frame and x.revision = f.revision
          order by x.stage, x.attempt desc, x.at desc, x.task desc, x.worker desc) last
    where last.final
      and case last.stage when 'SIGHTING' then not coalesce(passed.announced, false)
                          when 'TRANSFER' then not passed.transferred
                          when 'REDUCTION' then not passed.reduced
                          else last.stage = 'RECORDING' end
    order by array_position(array['SIGHTING', 'TRANSFER', 'REDUCTION', 'RECORDING'], last.stage)
    limit 1) x on true
left join lateral (
    -- The last wait, if it goes on. One that began after a failure means that the frame is being tried again.
    select last.awaited, concat_ws(': ', last.what, nullif(last.state, '')) as reason
    from (select w.* from waits w
          where d.frame is null and w.frame = f.frame and w.revision = f.revision
          order by w.turn desc, w.over desc, w.at desc, w.stage
          limit 1) last
    where not last.over and (x.at is null or last.since > x.at)
      and case last.stage when 'SIGHTING' then not coalesce(passed.announced, false)
                          when 'TRANSFER' then not passed.transferred
                          when 'REDUCTION' then not passed.reduced
                          else last.stage = 'RECORDING' end) w on true
cross join lateral (
    select case when r.judgement = 'EXCLUDED' and (r.last_level = 'SIGHTED' or passed.transferred) then 'EXCLUDED'
                when d.frame is not null then 'RECORDED'
                when w.awaited = 'ANSWER' then 'STALLED'
                when w.awaited is not null then 'WAITING'
                when x.at is not null then 'FAILED'
                when r.judgement = 'REFUSED' then 'FAILED'
                when r.judgement = 'STALLED' then 'STALLED'
                else 'ON_THE_WAY' end as standing) s;
comment on view frame_standings is 'Where each frame stands by its newest revision: RECORDED, EXCLUDED, FAILED, STALLED, WAITING or ON_THE_WAY.';

create view frame_story as
select frame, revision, at, 'SIGHTING' as stage, lower(judgement) as what,
       concat_ws(' ', reason, remedy, '(' || size || ' bytes)') as words, '' as worker, 0 as attempt
from sightings
union all
select frame, revision, at, 'TRANSFER', 'transferred',
       archived_key || ' (' || archived_size || ' bytes)', worker, attempt
from transfers
union all
select frame, revision, at, case kind when 'FULL' then 'REDUCTION' else 'QUICK_LOOK' end,
       case kind when 'FULL' then 'reduced' else 'looked at' end,
       concat_ws(' ', recipe, recipe_version, 'as', reduction, nullif(array_to_string(flags, ', '), '')), worker, attempt
from reductions
union all
select frame, revision, at, stage, case when final then 'failed' else 'failed, will be tried again' end,
       concat_ws(' ', reason, remedy), worker, attempt
from failures
union all
select frame, revision, since, stage, 'waits for ' || lower(awaited), what || ': ' || state, '', 0
from waits
union all
select frame, revision, at, stage, 'waits no longer for ' || lower(awaited), what || ': ' || state, '', 0
from waits where over
union all
select frame, revision, at, 'RECORDING', 'recorded', lower(level::text), '', 0
from recorded
union all
select f.frame, f.revision, q.at, 'RECORDING', 'asked: ' || replace(lower(q.wish), '_', ' '), q.why, q.who, 0
from requests q cross join unnest(q.frames) as asked(frame) join frames f on f.frame = asked.frame;
comment on view frame_story is 'All that was said of each frame.';

create view master_standings as
select m.master,
       coalesce(b.unit, x.unit, w.unit) as unit,
       coalesce(b.kind, x.kind, w.kind) as kind,
       coalesce(b.set, x.set, w.set) as set,
       b.night,
       case when b.master is not null then 'BUILT' when x.final then 'FAILED' else 'WAITING' end as standing,
       coalesce(b.at, x.at, w.at) as at,
       case when b.master is not null then null else coalesce(x.reason, w.state) end as reason,
       case when b.master is not null then null else x.remedy end as remedy,
       b.filter, b.exposure_time, b.middle,
       (select count(*) from master_inputs i where i.master = m.master and i.used) as inputs_used,
       (select count(*) from master_inputs i where i.master = m.master) as inputs,
       coalesce(b.flags, '{}') as flags
from (select master from masters union select master from master_failures union select master from master_waits) m
left join masters b on b.master = m.master
left join master_waits w on w.master = m.master
left join lateral (
    select x.* from master_failures x where x.master = m.master
    order by x.final desc, x.at desc, x.task, x.worker limit 1) x on true;
comment on view master_standings is 'Every master by name, whether BUILT, FAILED or WAITING.';
