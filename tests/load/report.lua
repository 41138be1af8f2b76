-- Prints wrk's measurements: requests; in microseconds the duration, the median and the 99th percentile; and the number
-- of failed requests.

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("MEASURED %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), failed))
end
