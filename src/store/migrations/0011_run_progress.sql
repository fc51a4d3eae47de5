-- How far a run has come is told in windows of its reading: rows in all are not known beforehand.
alter table sync_runs drop column total;

alter table sync_runs add column windows_done integer, add column windows_total integer;
