-- SPDX-FileCopyrightText: The Plumbline contributors
-- SPDX-License-Identifier: Apache-2.0
-- What wrk sends to a server: wrk … -s server_load.lua URL -- WHAT COOKIE PEOPLE [TEXT]
-- WHAT: agenda, cold, pull, push1, push100. PEOPLE: a file with one id a line. TEXT: the day of an
-- agenda, or the cursor to pull after.

local people = {}
local what, cookie, text
local count = 0
local start = os.time()

local function somebody()
  return people[math.random(#people)]
end

-- Ids of version 7, never the same twice; a morning check of the last hour.
local function entry(person)
  count = count + 1
  local id = string.format("%08x-%04x-7%03x-8%03x-%06x%06x", start, math.floor(count / 65536) % 65536,
    math.random(0, 4095), math.random(0, 4095), math.random(0, 16777215), count % 16777216)
  local at = os.date("!%Y-%m-%dT%H:%M:%S.000Z", start - 60 - count % 3600)
  return '{"id":"' .. id .. '","person":"' .. person .. '","made_at":"' .. at ..
    '","author":{"role":"person"},"device":"bench","kind":"check.morning","version":1,' ..
    '"body":{"pain":' .. count % 10 .. ',"woken_more":false}}'
end

local function push(size)
  local person = somebody()
  local rows = {}
  for i = 1, size do rows[i] = entry(person) end
  local headers = {["Cookie"] = cookie, ["Content-Type"] = "application/json"}
  return wrk.format("POST", "/api/v1/people/" .. person .. "/entries", headers,
    '{"entries":[' .. table.concat(rows, ",") .. "]}")
end

local function get(path)
  return wrk.format("GET", path, {["Cookie"] = cookie, ["Accept-Encoding"] = "gzip"})
end

function init(arguments)
  what, cookie, text = arguments[1], arguments[2], arguments[4]
  for line in io.lines(arguments[3]) do people[#people + 1] = line end
  math.randomseed(os.time() * 1000 + #people)
end

function request()
  if what == "push1" then return push(1) end
  if what == "push100" then return push(100) end
  local base = "/api/v1/people/" .. somebody()
  if what == "agenda" then return get(base .. "/agenda?date=" .. text) end
  if what == "cold" then
    return get(string.format("%s/agenda?date=2026-%02d-%02d", base, math.random(4, 12), math.random(28)))
  end
  return get(base .. "/entries?limit=20&after=" .. text)
end
