-- How round stars are, which every camera tells, in columns of its own.

alter table reductions add column ellipticity double precision;
alter table reductions add column ellipticity_angle double precision;
comment on column reductions.ellipticity is 'One minus the smallest width of a typical star by its greatest.';
comment on column reductions.ellipticity_angle is 'Direction of the greatest width, in degrees from the rows (x) towards the columns (y), -90 to 90.';

update reductions
set ellipticity = (others ->> 'ellipticity')::double precision, others = others - 'ellipticity'
where others ? 'ellipticity';
