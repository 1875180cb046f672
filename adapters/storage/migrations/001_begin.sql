-- SPDX-FileCopyrightText: The Plumbline contributors
-- SPDX-License-Identifier: Apache-2.0
--
-- Everything belongs to one person or to the household. `sealed` is what only the vault can open; the rest is in clear.
-- Times are milliseconds since 1970 by the server's clock.

create table meta (
  name text primary key,
  value text not null
) strict, without rowid;
insert into meta (name, value) values ('lineage', lower(hex(randomblob(16))));

create table settings (
  name text primary key,
  value text not null
) strict, without rowid;

create table people (
  number integer primary key autoincrement,
  id text not null unique,
  created_ms integer not null,
  sealed_name blob not null,
  passphrase_hash text
) strict;

-- Who was deleted stays here forever; `swept` once their rows have been overwritten.
create table deleted_people (
  id text primary key,
  number integer not null,
  deleted_ms integer not null,
  swept integer not null default 0
) strict, without rowid;

-- place = person * 2^32 + seq: one person's entries lie together in order of arrival, and the tree above them stays small
-- (decision 0017).
create table entries (
  place integer primary key,
  person integer not null,
  id blob not null,
  digest blob not null,
  received_ms integer not null,
  device integer not null,
  sealed blob not null
) strict;
create unique index entries_by_id on entries (person, id);

create table held (
  person integer not null,
  id blob not null,
  held_until_ms integer not null,
  digest blob not null,
  received_ms integer not null,
  device integer not null,
  sealed blob not null,
  primary key (person, id)
) strict;
create index held_by_time on held (held_until_ms);

create table chunks (
  number integer primary key,
  person integer not null,
  id text not null,
  digest blob not null,
  received_ms integer not null,
  sealed blob not null,
  unique (person, id)
) strict;

-- May be emptied at any time.
create table cached (
  person integer not null,
  kind integer not null,
  name text not null,
  seq integer not null,
  basis text not null,
  sealed blob not null,
  primary key (person, kind, name)
) strict;

create table devices (
  number integer primary key autoincrement,
  name text not null,
  paired_ms integer not null,
  seen_ms integer not null
) strict;

create table sessions (
  token blob primary key,
  device integer not null,
  created_ms integer not null,
  used_ms integer not null,
  expires_ms integer not null
) strict, without rowid;

create table opened (
  token blob not null,
  person integer not null,
  primary key (token, person)
) strict, without rowid;

create table pairings (
  token blob primary key,
  created_ms integer not null,
  expires_ms integer not null
) strict, without rowid;

create table audit (
  number integer primary key autoincrement,
  person integer not null,
  device integer not null,
  action text not null,
  day integer not null,
  times integer not null,
  first_ms integer not null,
  last_ms integer not null,
  sealed blob not null,
  unique (person, device, action, day)
) strict;
create index audit_by_person on audit (person);
