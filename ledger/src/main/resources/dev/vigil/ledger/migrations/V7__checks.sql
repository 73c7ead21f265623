-- What came of the quality checks.

alter table reductions add column good boolean;
comment on column reductions.good is 'Whether no quality check of severity ERROR failed or failed to run; empty where none could be made.';

create table checks (
    frame     text not null,
    revision  integer not null,
    reduction text not null,
    name      text not null,
    outcome   text not null,
    value     double precision,
    least     double precision,
    most      double precision,
    unit      text not null,
    severity  text not null,
    says      text not null,
    why       text not null,
    primary key (frame, revision, reduction, name),
    foreign key (frame, revision, reduction) references reductions
);
comment on table checks is 'One row per quality check of a reduction or quick look.';
comment on column checks.name is 'By which the instrument profile calls it.';
comment on column checks.outcome is 'PASSED, FAILED, NOT_APPLICABLE or FAILED_TO_RUN; the last two have not passed.';
comment on column checks.value is 'The number that was looked at, in the unit; empty where there was none.';
comment on column checks.least is 'The least that the number may be.';
comment on column checks.most is 'The most that the number may be.';
comment on column checks.severity is 'WARNING or ERROR: only an error makes a frame not good.';
comment on column checks.says is 'What is expected, as a sentence.';
comment on column checks.why is 'What is wrong, or why the check was not made; empty where the number says it.';

create view frame_checks as
select distinct on (k.frame, k.name) k.*, r.kind, v.unit as telescope, v.night
from checks k
join frames f on f.frame = k.frame and f.revision = k.revision
join frame_revisions v on v.frame = k.frame and v.revision = k.revision
join reductions r on r.frame = k.frame and r.revision = k.revision and r.reduction = k.reduction
left join current_reductions c on c.frame = k.frame and c.revision = k.revision and c.reduction = k.reduction
where r.kind = 'QUICK_LOOK' or c.frame is not null
order by k.frame, k.name, c.frame is not null desc, r.at desc, k.reduction;
comment on view frame_checks is 'The quality checks that count now for each frame: of its current reduction, and of its quick look where that has not made them.';

create view frame_quality as
select frame, telescope, night,
       bool_and(severity = 'WARNING' or outcome not in ('FAILED', 'FAILED_TO_RUN')) as good,
       array_agg(name order by name) filter (where outcome in ('FAILED', 'FAILED_TO_RUN') and severity = 'ERROR') as errors,
       array_agg(name order by name) filter (where outcome in ('FAILED', 'FAILED_TO_RUN') and severity = 'WARNING') as warnings,
       count(*) filter (where outcome = 'PASSED') as passed
from frame_checks
where outcome <> 'NOT_APPLICABLE'
group by frame, telescope, night;
comment on view frame_quality is 'Whether each frame is good: whether no quality check of severity ERROR failed or failed to run.';
