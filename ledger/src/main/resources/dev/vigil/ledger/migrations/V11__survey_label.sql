-- What a survey itself calls the sky, beside the class that follows from the zero point.

alter table frame_facts add column survey_label text;
comment on column frame_facts.survey_label is 'What the survey itself calls such a sky, by what the header says of it.';

create or replace view zero_points as
select c.frame, v.unit as telescope, v.night, coalesce(f.filter, '') as filter,
       (r.others ->> 'zeroPoint')::double precision as zero_point,
       (r.others ->> 'zeroPointScatter')::double precision as scatter,
       f.survey_label
from current_reductions c
join frames n on n.frame = c.frame and n.revision = c.revision
join frame_revisions v on v.frame = c.frame and v.revision = c.revision
join reductions r on r.frame = c.frame and r.revision = c.revision and r.reduction = c.reduction
left join frame_facts f on f.frame = c.frame and f.revision = c.revision
where r.others ? 'zeroPoint' and v.night is not null;
