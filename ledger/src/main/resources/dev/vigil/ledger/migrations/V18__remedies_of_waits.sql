-- What a person can do about a frame that waits stands beside the reason, as it does for one that failed or stalled.

alter table waits add column remedy text;

-- Those that go on were told without one.
update waits set remedy = case awaited
        when 'MASTER' then 'nothing, unless it lasts: take the calibration frames that it names, or write it off: vigil close FRAME --why TEXT'
        when 'SOURCE' then 'nothing, unless it lasts: bring the telescope''s side back'
        when 'ANSWER' then 'see that workers of this stage run; it is handed out again by itself'
        when 'HOURS' then 'nothing: it goes on by itself then'
            || case stage when 'TRANSFER' then '; until then its file has to stay where it is' else '' end
        when 'COPY' then 'nothing, unless it lasts: see to the other software'
        when 'INGEST' then 'nothing, unless it lasts: see to the other software'
        when 'ARCHIVE' then 'make room there, or let it be written to; it goes on by itself within minutes, or at once: vigil retry NIGHT'
        else 'nothing, unless it lasts' end
where not over;

create or replace view frame_standings as
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
       case s.standing when 'FAILED' then coalesce(x.remedy, r.remedy)
                       when 'WAITING' then w.remedy
                       when 'STALLED' then case when w.awaited is null then r.remedy else w.remedy end end as remedy
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
    select last.awaited, concat_ws(': ', last.what, nullif(last.state, '')) as reason, last.remedy
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
