import type { EngineError, EngineErrorKind } from "../engine/engineError";

/** What is wrong and the one next step, in plain sentences. */
export interface WordedError {
  readonly message: string;
  readonly nextStep: string;
}

/**
 * Words an engine's error for a person. `engine` says where the engine is, for example `unix:///var/run/docker.sock`.
 * The engine's own words are quoted only where they add what we can't know.
 */
export function wordEngineError(error: EngineError, engine: string): WordedError {
  const { message, nextStep } = wordings[error.kind];
  const quoted = error.message.trim();
  return {
    message: message.replace("{engine}", engine).replace("{words}", () => sentence(quoted)),
    nextStep: nextStep.replace("{engine}", engine),
  };
}

const wordings: Readonly<Record<EngineErrorKind, WordedError>> = {
  "engine-not-found": {
    message: "No Docker engine was found at {engine}.",
    nextStep:
      "Install Docker or another engine, or point DOCKER_HOST or the Docker context to the one you have, then retry.",
  },
  "context-not-found": {
    message: "The Docker context that was asked for does not exist: {words}",
    nextStep:
      "Choose another one with “Use Docker Context…”, or correct DOCKER_CONTEXT or docker's config file.",
  },
  "engine-stopped": {
    message: "The Docker engine at {engine} is not running.",
    nextStep:
      "Start it, for example with Docker Desktop or “sudo systemctl start docker”; Drydock reconnects by itself.",
  },
  "permission-denied": {
    message: "Your user may not use the Docker engine at {engine}.",
    nextStep:
      "Add your user to the group that owns the socket, with “sudo usermod -aG docker $USER”, then log out and in again.",
  },
  "tls-failed": {
    message: "The Docker engine at {engine} and this machine do not agree on certificates: {words}",
    nextStep: "Check the certificates of the Docker context, or DOCKER_CERT_PATH and DOCKER_TLS_VERIFY.",
  },
  "ssh-failed": {
    message: "The ssh connection to {engine} did not come about: {words}",
    nextStep: "Try the same host with “ssh” in a terminal, accept its key there if you trust it, then retry.",
  },
  "connection-lost": {
    message: "The connection to the Docker engine at {engine} broke off.",
    nextStep: "The engine may have been stopped or restarted. Drydock reconnects by itself; then try again.",
  },
  "timed-out": {
    message: "The Docker engine at {engine} did not answer in time.",
    nextStep: "Check that the engine is healthy and its host reachable, then try again.",
  },
  cancelled: { message: "Cancelled.", nextStep: "" },
  "not-found": {
    message: "It does not exist: {words}",
    nextStep: "Check the name and its spelling; it may have been removed meanwhile.",
  },
  conflict: {
    message: "The engine refused because something stands in the way: {words}",
    nextStep: "Free what holds it, or choose another name.",
  },
  "invalid-request": {
    message: "The engine did not accept this: {words}",
    nextStep: "Correct the value and try again.",
  },
  "registry-unauthorized": {
    message: "The registry wants a login, or refuses the one it was given: {words}",
    nextStep: "Log in with a user and password or access token that the registry knows.",
  },
  "registry-denied": {
    message: "The registry knows you but does not allow this: {words}",
    nextStep:
      "Check that the repository exists and that your user may use it. To push, the first part of the name is usually your own user or organization.",
  },
  "registry-rate-limited": {
    message: "The registry has had too many requests from you for now: {words}",
    nextStep: "Wait and try again later; logged-in users are usually allowed more.",
  },
  "registry-unreachable": {
    message: "The engine can't reach the registry: {words}",
    nextStep:
      "Check the registry's name, and the network and proxy settings of the machine where the engine runs.",
  },
  "registry-insecure": {
    message: "The engine does not trust the registry's connection: {words}",
    nextStep:
      "Give the engine the registry's certificate authority (certs.d), or list the registry under insecure-registries if it speaks plain HTTP.",
  },
  "registry-failed": {
    message: "The registry failed to do this: {words}",
    nextStep: "Try again in a while; if it stays, the registry's operator has to look.",
  },
  unsupported: {
    message: "This engine can't do that: {words}",
    nextStep: "Update the engine, or use another one.",
  },
  "engine-failed": {
    message: "The Docker engine reports an error: {words}",
    nextStep: "The engine's own log may say more.",
  },
};

function sentence(words: string): string {
  if (words === "") return "no reason was given.";
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
