-- How clear the sky was: zero points, and the best of each night that others are compared with.

create view zero_points as
select c.frame, v.unit as telescope, v.night, coalesce(f.filter, '') as filter,
       (r.others ->> 'zeroPoint')::double precision as zero_point,
       (r.others ->> 'zeroPointScatter')::double precision as scatter
from current_reductions c
join frames n on n.frame = c.frame and n.revision = c.revision
join frame_revisions v on v.frame = c.frame and v.revision = c.revision
join reductions r on r.frame = c.frame and r.revision = c.revision and r.reduction = c.reduction
left join frame_facts f on f.frame = c.frame and f.revision = c.revision
where r.others ? 'zeroPoint' and v.night is not null;
comment on view zero_points is 'The zero point of each frame by its current reduction.';
comment on column zero_points.zero_point is 'The magnitude of one electron per second.';
comment on column zero_points.scatter is 'Of single stars about it, in magnitudes.';

create view night_zero_points as
select telescope, night, filter, count(*) as frames,
       percentile_disc(0.95) within group (order by zero_point) as best,
       percentile_disc(0.25) within group (order by scatter) as calm
from zero_points
group by telescope, night, filter;
comment on view night_zero_points is 'The best zero points of each night in each filter, so that a few mistaken ones do not count as the best.';
comment on column night_zero_points.best is 'One frame in twenty had a greater one.';
comment on column night_zero_points.calm is 'One frame in four had stars that scattered less.';

create view frame_transparency as
select z.frame, z.telescope, z.night, z.filter, z.zero_point, b.best, power(10, 0.4 * (z.zero_point - b.best)) as transparency,
       z.scatter, b.calm
from zero_points z
join (
    select here.telescope, here.night, here.filter, max(before.best) as best, min(before.calm) as calm
    from night_zero_points here
    join night_zero_points before on before.telescope = here.telescope and before.filter = here.filter
        and before.night > here.night - 30 and before.night <= here.night
    group by here.telescope, here.night, here.filter) b using (telescope, night, filter);
comment on view frame_transparency is 'How much of the light came through the sky, as a share of the best in the same filter within thirty nights up to the frame''s own.';
