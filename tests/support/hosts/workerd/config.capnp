# ClipCart's Worker in workerd, for tests. config.rs fills in the @NAMES@.
#
# workerd provides HTTP, TLS, module loading, Durable Objects with SQLite and alarms, and its own implementation of
# Cloudflare's static assets. The cache and the rate limit are replaced by the scripts beside this file.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "site", assets = (path = @DIST@, config = @ASSETS@, userWorker = "clipcart")),
    (name = "clipcart", worker = (
      modules = [@MODULES@],
      compatibilityDate = @DATE@,
      bindings = [
        (name = "ASSETS", service = (name = "site", entrypoint = "AssetWorker")),
        (name = "QUERY_CACHE", durableObjectNamespace = "Question"),
        (name = "CREDIT_BUDGET", durableObjectNamespace = "Budget"),
        (name = "CLIENT_LIMIT", wrapped = (
          moduleName = "clipcart-test:limit",
          innerBindings = [(name = "limit", json = "@LIMIT@"), (name = "period", json = "60")],
        )),
        @SETTINGS@
      ],
      durableObjectNamespaces = [
        (className = "Question", uniqueKey = "clipcart-question", enableSql = true),
        (className = "Budget", uniqueKey = "clipcart-budget", enableSql = true),
      ],
      durableObjectStorage = (localDisk = "objects"),
      cacheApiOutbound = "cache",
      globalOutbound = "keyapi",
    )),
    (name = "objects", disk = (path = @OBJECTS@, writable = true)),
    (name = "cache", worker = (
      modules = [(name = "cache.js", esModule = embed "/tests/support/hosts/workerd/cache.js")],
      compatibilityDate = @DATE@,
    )),
    # The only server that the Worker can reach.
    (name = "keyapi", external = @UPSTREAM@),
  ],
  extensions = [(modules = [
    (name = "clipcart-test:limit", internal = true, esModule = embed "/tests/support/hosts/workerd/limit.js"),
  ])],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "site")],
);
