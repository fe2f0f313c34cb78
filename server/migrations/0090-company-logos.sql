-- A company's logo: never the file that was uploaded, but the pictures that were drawn anew from its pixels. A row is
-- never changed: another logo is another row, and the company says which one is shown, so that whoever reads the
-- company knows whether there is a logo, and whether it is still the one that is known.
create table identity.company_logos (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  -- For documents and the dashboard.
  image bytea not null check (length(image) between 1 and 131072),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- For pay pages, which carry it in themselves, and for mails.
  small_image bytea not null check (length(small_image) between 1 and 6144),
  small_width integer not null check (small_width > 0),
  small_height integer not null check (small_height > 0),
  created_at timestamptz not null,
  primary key (company_id, id)
);
alter table identity.company_logos enable row level security;
create policy tenant on identity.company_logos using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, delete on identity.company_logos to quittance_server;

alter table identity.companies
  add column logo_id uuid,
  add foreign key (id, logo_id) references identity.company_logos (company_id, id);
