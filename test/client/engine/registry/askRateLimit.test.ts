import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { rateLimitWords } from "../../../../client/src/commands/registries/reportingWaits";
import { askRateLimit, rateLimitIn } from "../../../../client/src/engine/registry/askRateLimit";

type Answer = (request: IncomingMessage, response: ServerResponse, domain: string) => void;

/** Asks a registry on the loopback that answers so, for `me/app:1`. */
async function asking(answer: Answer, credential?: { readonly user: string; readonly password: string }) {
  const server = createServer((request, response) => answer(request, response, domain));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const domain = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await askRateLimit(`${domain}/me/app:1`, credential && { server: domain, ...credential });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

test("a registry's own words are read: how many, in which time, and how long to wait", async () => {
  const limit = await asking((request, response) => {
    assert.equal(`${request.method} ${request.url}`, "HEAD /v2/me/app/manifests/1");
    response.setHeader("ratelimit-limit", "100;w=21600");
    response.setHeader("ratelimit-remaining", "0;w=21600");
    response.setHeader("retry-after", "90");
    response.writeHead(429).end();
  });
  assert.deepEqual(limit, { limit: 100, remaining: 0, windowSeconds: 21_600, retryAfterSeconds: 90 });
  assert.equal(
    rateLimitWords("Docker Hub", limit),
    "Docker Hub allows 100 in 6 hours. 0 are left. It asks you to wait 90 seconds.",
  );
});

test("a registry that wants a token gets one, asked for with the login", async () => {
  const limit = await asking(
    (request, response, domain) => {
      const url = new URL(request.url ?? "", `http://${domain}`);
      if (url.pathname === "/token") {
        assert.equal(url.searchParams.get("scope"), "repository:me/app:pull");
        const login = Buffer.from("joe:pw").toString("base64");
        assert.equal(request.headers.authorization, `Basic ${login}`);
        return response.end(JSON.stringify({ token: "t0ken" }));
      }
      if (request.headers.authorization === "Bearer t0ken") {
        response.setHeader("ratelimit-remaining", "7");
        return response.end();
      }
      const challenge = `Bearer realm="http://${domain}/token",service="here",scope="repository:me/app:pull"`;
      return response.writeHead(401, { "www-authenticate": challenge }).end();
    },
    { user: "joe", password: "pw" },
  );
  assert.equal(limit.remaining, 7);
});

test("a login is sent to no place that is neither encrypted nor this machine", async () => {
  const limit = await asking(
    (request, response) => {
      assert.equal(request.headers.authorization, undefined);
      response.writeHead(401, { "www-authenticate": 'Bearer realm="http://elsewhere.invalid/token"' }).end();
    },
    { user: "joe", password: "pw" },
  );
  assert.equal(limit.remaining, undefined);
  assert.match(rateLimitWords("here", limit), /does not say how long/);
});

test("a date to wait for, and headers that make no sense", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const until = new Headers({ "retry-after": "Thu, 01 Jan 2026 00:05:00 GMT" });
  assert.equal(rateLimitIn(until, now).retryAfterSeconds, 300);
  const odd = new Headers({ "ratelimit-limit": "many", "retry-after": "soon" });
  assert.deepEqual(rateLimitIn(odd, now), {
    limit: undefined,
    remaining: undefined,
    windowSeconds: undefined,
    retryAfterSeconds: undefined,
  });
});

test("nobody there is told as such", async () => {
  await assert.rejects(askRateLimit("127.0.0.1:1/me/app:1", undefined), { kind: "registry-unreachable" });
});
