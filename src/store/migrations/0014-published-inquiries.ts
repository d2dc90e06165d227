/** Questions and answers that everybody may read, apart from what was written. */
export const up = `
create table published_inquiries (
  inquiry_id    integer     primary key references inquiries on delete cascade,
  title         text        not null check (length(title) between 1 and 100),
  question      text        not null check (length(question) between 1 and 5000),
  answer        text        not null check (length(answer) between 1 and 8000),
  published_at  timestamptz not null,
  search        text        not null default '',
  pairs         text[]      not null default '{}'
);
create index published_inquiries_newest on published_inquiries (published_at desc, inquiry_id desc);
create index published_inquiries_pairs on published_inquiries using gin (pairs)
  with (fastupdate = off);

create function keep_published_search() returns trigger language plpgsql as $$ begin
  new.search := searchable(concat_ws(' ', new.title, new.question, new.answer));
  new.pairs := pairs_of(new.search);
  return new;
end $$;
create trigger published_search before insert or update of title, question, answer
  on published_inquiries for each row execute function keep_published_search();
`;
