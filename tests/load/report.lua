-- wrk's own measurements in numbers: requests, and in microseconds how long they took altogether, the median and the
-- 99th percentile; then how many of them were no success.

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("MEASURED %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), failed))
end
