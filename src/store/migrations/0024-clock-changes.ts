/** Changes of clocks and of the calendar are counted too: files of running clocks are kept. */
export const up = `
create sequence changes_of_deadlines;
select nextval('changes_of_deadlines');
do $$
declare
  home text;
begin
  foreach home in array array['deadlines', 'calendar_edits', 'announced_years'] loop
    execute format('create trigger area_changed after insert or update or delete or truncate
      on %I for each statement execute function count_area_change(''changes_of_deadlines'')', home);
  end loop;
end $$;
`;
