import { X509Certificate } from "node:crypto";
import type { Endpoint, TlsFiles } from "../../engine/endpoint";
import { sshArguments } from "../../engine/endpoint/connectOverSsh";
import type { Diagnosis, EngineAnswer } from "../../engine/endpoint/diagnoseConnection";
import { hostOf } from "../../engine/endpoint/inspectContext";
import { formatEndpoint } from "../../engine/endpoint/parseEndpoint";
import type { SocketFacts } from "../../engine/endpoint/socketFacts";
import { isEngineError } from "../../engine/isEngineError";
import { decisionWords } from "../../ui/engineStatus";
import { connectionAdvice } from "./connectionAdvice";

/** A report of plain text that can be handed to somebody else: addresses and certificates' subjects, no secrets. */
export function connectionReport(diagnosis: Diagnosis): string {
  const { cause, nextStep } = connectionAdvice(diagnosis);
  return [
    section("What is the matter", [cause]),
    section("Next step", [nextStep]),
    section("The engine that is used", engineLines(diagnosis)),
    section("What decides that", settingLines(diagnosis)),
    section("Docker contexts", contextLines(diagnosis)),
    section("Where an engine of this machine may listen", diagnosis.candidates.map(candidateLine)),
    section("Installed programs", [
      diagnosis.programs.length > 0 ? diagnosis.programs.join(", ") : "none that brings an engine",
    ]),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string {
  return [title, "-".repeat(title.length), ...lines, ""].join("\n");
}

function engineLines({ resolved, answer, socket }: Diagnosis): string[] {
  if (!resolved) return [`None: ${answerWords(answer)}`];
  return [
    `Address: ${formatEndpoint(resolved.endpoint)}`,
    ...(socket ? [`Socket: ${socketWords(socket)}`] : []),
    ...wayLines(resolved.endpoint),
    `Answer: ${answerWords(answer)}`,
  ];
}

/** What the connection passes through, where it is more than a socket. */
function wayLines(endpoint: Endpoint): string[] {
  if (endpoint.kind === "ssh") return [`By way of: ssh ${sshArguments(endpoint).join(" ")}`];
  if (endpoint.kind !== "tcp") return [];
  const { tls } = endpoint;
  if (!tls) return ["TLS: none; the connection is not encrypted"];
  return [
    `TLS: yes; the engine's certificate is ${tls.verify ? "checked" : "NOT checked"}`,
    ...certificateLines(tls),
  ];
}

function certificateLines({ ca, certificate, key }: TlsFiles): string[] {
  return [
    `  ca.pem: ${certificateWords(ca)}`,
    `  cert.pem: ${certificateWords(certificate)}`,
    `  key.pem: ${key === undefined ? "missing" : "there"}`,
  ];
}

function certificateWords(pem: string | undefined): string {
  if (pem === undefined) return "missing";
  try {
    const { subject, validFrom, validTo } = new X509Certificate(pem);
    const now = Date.now();
    const when =
      now > Date.parse(validTo) ? "EXPIRED" : now < Date.parse(validFrom) ? "NOT YET VALID" : "valid";
    return `${subject.replaceAll("\n", ", ")}; ${when}, from ${validFrom} to ${validTo}`;
  } catch {
    return "there, but no certificate can be read from it";
  }
}

function settingLines({ resolved, machine, configFolder, currentContext }: Diagnosis): string[] {
  const { environment } = machine;
  const host = environment["DOCKER_HOST"];
  const shown = (name: string) => `${name}: ${environment[name] || "not set"}`;
  return [
    ...(resolved ? [decisionWords(resolved)] : []),
    `DOCKER_HOST: ${host ? hostOf({ host }) : "not set"}`,
    shown("DOCKER_CONTEXT"),
    shown("DOCKER_CONFIG"),
    shown("DOCKER_CERT_PATH"),
    `DOCKER_TLS_VERIFY: ${environment["DOCKER_TLS_VERIFY"] ? "set" : "not set"}`,
    `Docker's config folder: ${configFolder}`,
    `Its current Docker context: ${isEngineError(currentContext) ? currentContext.message : currentContext}`,
  ];
}

function contextLines({ contexts, resolved }: Diagnosis): string[] {
  if (isEngineError(contexts)) return [contexts.message];
  if (contexts.length === 0) return ["none but the default one"];
  return contexts.map(
    (context) =>
      `${context.name}: ${hostOf(context)}${context.name === resolved?.contextName ? " (used here)" : ""}`,
  );
}

function candidateLine({ facts, answer }: Diagnosis["candidates"][number]): string {
  return `${facts.path}: ${socketWords(facts)}${answer ? `; ${answerWords(answer)}` : ""}`;
}

function socketWords({ presence, permissions }: SocketFacts): string {
  const words = presence === "socket" ? "there" : presence;
  if (!permissions) return words;
  const { owner, group, mode, usable, membership } = permissions;
  const member = {
    member: "you are in that group",
    "after login": "you are in that group from your next login on",
    "no member": "you are not in that group",
  }[membership];
  return `${words}, owner ${owner}, group ${group} (${member}), ${mode}, ${usable === "usable" ? "you may use it" : "you may NOT use it"}`;
}

function answerWords(answer: EngineAnswer): string {
  if (answer.kind === "fails") return `${answer.error.kind}: ${answer.error.message}`;
  const { product, engine, api, minimumApi, operatingSystem, architecture, buildKit } = answer.version;
  const oldest = minimumApi === undefined ? "" : `, the oldest that it takes is ${minimumApi}`;
  return `${product} engine ${engine} with API ${api}${oldest}; ${operatingSystem}/${architecture}; ${buildKit ? "builds with BuildKit" : "builds without BuildKit"}`;
}
