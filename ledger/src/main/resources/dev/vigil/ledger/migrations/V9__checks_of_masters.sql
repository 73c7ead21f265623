-- What came of the quality checks of masters.

alter table masters add column good boolean;
comment on column masters.good is 'Whether no quality check of severity ERROR failed or failed to run; empty where none could be made.';

create table master_checks (
    master   text not null references masters,
    name     text not null,
    outcome  text not null,
    value    double precision,
    least    double precision,
    most     double precision,
    unit     text not null,
    severity text not null,
    says     text not null,
    why      text not null,
    primary key (master, name)
);
comment on table master_checks is 'One row per quality check of a master.';
comment on column master_checks.name is 'By which the instrument profile calls it.';
comment on column master_checks.outcome is 'PASSED, FAILED, NOT_APPLICABLE or FAILED_TO_RUN; the last two have not passed.';
comment on column master_checks.value is 'The number that was looked at, in the unit; empty where there was none.';
comment on column master_checks.least is 'The least that the number may be.';
comment on column master_checks.most is 'The most that the number may be.';
comment on column master_checks.severity is 'WARNING or ERROR: only an error makes a master not good.';
comment on column master_checks.says is 'What is expected, as a sentence.';
comment on column master_checks.why is 'What is wrong, or why the check was not made; empty where the number says it.';

create or replace view master_standings as
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
       coalesce(b.flags, '{}') as flags,
       b.good,
       array(select k.name from master_checks k where k.master = m.master and k.outcome in ('FAILED', 'FAILED_TO_RUN')
           order by k.severity, k.name) as remarks,
       array(select key || '=' || value from jsonb_each_text(coalesce(b.quality, '{}')) order by key) as quality
from (select master from masters union select master from master_failures union select master from master_waits) m
left join masters b on b.master = m.master
left join master_waits w on w.master = m.master
left join lateral (
    select x.* from master_failures x where x.master = m.master
    order by x.final desc, x.at desc, x.task, x.worker limit 1) x on true;
