import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./atExit";
import { makeCertificates } from "./certificates";
import { ensurePrograms } from "./ensurePrograms";

/** What Docker Hub's search knows of a repository, in its own words. */
export interface HubResult {
  name: string;
  description: string;
  star_count: number;
  is_official: boolean;
}

export interface StandInHubOptions {
  /** Where images that an engine pulls from here come from: an open registry on 127.0.0.1. */
  registryPort: number;
  searchable: readonly HubResult[];
}

/** A Docker Hub of our own, on an address of the loopback that an engine takes for the real one by its hosts file. */
export interface StandInHub {
  readonly hostsFile: string;
  /** Of the authority that the engine has to trust. */
  readonly caFile: string;
  /** From now on nothing answers, as when the network is down. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const names = ["index.docker.io", "registry-1.docker.io", "auth.docker.io", "hub.docker.com"];

export async function startStandInHub({ registryPort, searchable }: StandInHubOptions): Promise<StandInHub> {
  await ensurePrograms(["openssl"]);
  const folder = mkdtempSync(join(tmpdir(), "drydock-hub-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  await makeCertificates(
    folder,
    names.map((name) => `DNS:${name}`),
  );
  const certificates = {
    cert: readFileSync(join(folder, "server-cert.pem")),
    key: readFileSync(join(folder, "server-key.pem")),
  };
  // Engines know Docker Hub on port 443 only, so each of ours has an address to itself.
  const address = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const hostsFile = join(folder, "hosts");
  writeFileSync(hostsFile, `127.0.0.1 localhost\n${address} ${names.join(" ")}\n`);

  let server: Server | undefined;
  const comeBack = async () => {
    const started = createServer(certificates, (asked, answer) => {
      const { pathname, searchParams } = new URL(asked.url ?? "/", "https://index.docker.io");
      if (pathname === "/v1/search") answerSearch(answer, searchable, searchParams);
      else if (pathname.startsWith("/v2/")) forward(asked, answer, registryPort);
      else answer.writeHead(404).end();
    });
    await new Promise<void>((resolve, reject) => {
      started.once("error", reject).listen(443, address, resolve);
    });
    server = started;
  };
  const goDown = async () => {
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    server = undefined;
  };

  await comeBack();
  return {
    hostsFile,
    caFile: join(folder, "ca.pem"),
    goDown,
    comeBack,
    async stop() {
      await goDown();
      forget();
      remove();
    },
  };
}

function answerSearch(
  answer: ServerResponse,
  searchable: readonly HubResult[],
  asked: URLSearchParams,
): void {
  const query = asked.get("q") ?? "";
  const found = searchable.filter(({ name }) => name.includes(query)).slice(0, Number(asked.get("n") ?? 25));
  const results = found.map((result) => ({ ...result, is_automated: false }));
  answer.setHeader("content-type", "application/json");
  answer.end(JSON.stringify({ num_results: results.length, query, results }));
}

function forward(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, headers } = asked;
  const passed = request(
    { host: "127.0.0.1", port, method, path, headers: { ...headers, "x-forwarded-proto": "https" } },
    (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    },
  );
  passed.once("error", () => answer.destroy());
  asked.pipe(passed);
}
