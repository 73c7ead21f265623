-- Where each frame stands by its newest revision. Every frame stands in exactly one place.

create view frame_standings as
select f.frame, f.path, f.unit, f.revision,
       r.night, r.night_source, r.exposure, r.type, r.last_level, r.judgement,
       r.size, r.modified, r.first_seen, r.transferred_at, r.looked_at, r.reduced_at,
       d.at as recorded_at,
       case when d.frame is not null then 'RECORDED'
            when r.judgement = 'EXCLUDED' then 'EXCLUDED'
            when x.frame is not null or r.judgement = 'REFUSED' then 'FAILED'
            when r.judgement = 'STALLED' or w.awaited = 'ANSWER' then 'STALLED'
            when w.frame is not null then 'WAITING'
            else 'ON_THE_WAY' end as standing,
       case when d.frame is not null then null
            when r.judgement = 'EXCLUDED' then r.reason
            else coalesce(x.reason, w.what || ': ' || w.state, r.reason) end as reason,
       case when d.frame is not null then null
            else coalesce(x.remedy, r.remedy) end as remedy
from frames f
join frame_revisions r on r.frame = f.frame and r.revision = f.revision
left join recorded d on d.frame = f.frame and d.revision = f.revision
left join lateral (
    select x.frame, x.reason, x.remedy
    from failures x
    where x.frame = f.frame and x.revision = f.revision and x.final
      and case x.stage when 'SIGHTING' then r.taken_level is null
                       when 'TRANSFER' then r.transferred_at is null
                       when 'REDUCTION' then r.reduced_at is null
                       when 'QUICK_LOOK' then false
                       else true end
    order by x.at desc, x.task, x.worker
    limit 1) x on true
left join lateral (
    select w.frame, w.awaited, w.what, w.state
    from waits w
    where w.frame = f.frame and w.revision = f.revision and not w.over
      and case w.stage when 'TRANSFER' then r.transferred_at is null
                       when 'REDUCTION' then r.reduced_at is null
                       when 'QUICK_LOOK' then false
                       else true end
    order by w.at desc, w.stage, w.turn desc
    limit 1) w on true;
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
