-- Sends a new query each time: ten ids, starting at a number that no other run has.

dofile("tests/load/report.lua")

local path, number

function init(args)
  path, number = wrk.path, tonumber(args[1])
end

function request()
  local ids = {}
  for i = 1, 10 do
    ids[i] = string.format("7%018d", number + i)
  end
  number = number + 10
  return wrk.format("GET", path .. "?video_ids=" .. table.concat(ids, ",") .. "&page_num=1&page_size=10")
end
