import type { CallFailure, KindWording } from "./wording";

/** Why something that an engine was asked for did not happen, although it answers. */
export const callWordings: Readonly<Record<CallFailure, KindWording>> = {
  cancelled: {
    message: "Cancelled.",
    nextStep: "",
  },
  "not-found": {
    message: "Not found: {words}",
    nextStep: "Check the spelling; it may have been removed in the meantime.",
  },
  conflict: {
    message: "The engine refused because of a conflict: {words}",
    nextStep: "Stop or remove what is using it, or choose another name.",
  },
  unsupported: {
    message: "This engine can't do that: {words}",
    nextStep: "Update the engine, or use another one.",
  },
  "engine-failed": {
    message: "The Docker engine reports an error: {words}",
    nextStep: "The engine's log may have more details.",
  },
  "credential-helper-failed": {
    message: "Docker's stored logins could not be accessed: {words}",
    nextStep:
      "Run “docker login” in a terminal to see why, or correct credsStore and credHelpers in docker's config file.",
    causes: [
      {
        cause: "helper missing",
        said: /is not on the PATH/,
        message: "Docker's stored logins could not be accessed: {words}",
        nextStep:
          "Install it, or take it out of credsStore and credHelpers in docker's config file and log in again.",
      },
      {
        cause: "helper hanging",
        said: /did not answer in time/,
        message: "Docker's stored logins could not be accessed: {words}",
        nextStep: "It may be waiting for you to unlock a keychain: look for its window, then try again.",
      },
    ],
  },
  "registry-unauthorized": {
    message: "The registry requires a login, or rejected the one it was given: {words}",
    nextStep: "Log in with a user name and a password or access token that the registry accepts.",
  },
  "registry-denied": {
    message: "You are logged in, but the registry does not allow this: {words}",
    nextStep:
      "Check that the repository exists and that your user may use it. To push, the first part of the name is usually your own user or organization.",
  },
  "registry-rate-limited": {
    message: "You have made too many requests to the registry for now: {words}",
    nextStep: "Wait and try again later; logged-in users are usually allowed more.",
  },
  "registry-unreachable": {
    message: "The engine can't reach the registry: {words}",
    nextStep:
      "Check the registry's name, and the network and proxy settings of the machine where the engine runs.",
    causes: [
      {
        cause: "name not found",
        said: /no such host|server misbehaving/,
        message: "The engine can't find a registry by that name: {words}",
        nextStep:
          "Check the registry's spelling, and that the engine's machine is online and can resolve host names.",
      },
      {
        cause: "proxy",
        said: /proxyconnect|Proxy Authentication Required/i,
        message: "The engine's proxy blocks the way to the registry: {words}",
        nextStep: "Correct the proxy settings of the engine (Docker Desktop's settings, or its daemon.json).",
      },
      {
        cause: "refused",
        said: /connection refused/,
        message: "Nothing is listening at the registry's address: {words}",
        nextStep:
          "Check the registry's host and port, and that it is running. “localhost” means the engine's own machine.",
      },
    ],
  },
  "registry-insecure": {
    message: "The engine does not trust the connection to the registry {registry}: {words}",
    nextStep:
      "Give the engine the registry's certificate authority (certs.d), or list the registry under insecure-registries if it speaks plain HTTP.",
    causes: [
      {
        cause: "plain HTTP",
        said: /HTTP response to HTTPS client|malformed HTTP response/,
        message: "The registry {registry} speaks plain HTTP, but the engine requires TLS: {words}",
        nextStep:
          "Give the registry a certificate, or, where you trust the network, list {registry} under “insecure-registries” in the engine's daemon.json and restart the engine.",
      },
      {
        cause: "expired",
        said: /certificate has expired or is not yet valid/,
        message: "The certificate of the registry {registry} has expired or is not valid yet: {words}",
        nextStep: "Have the registry's operator renew it, and check the clock of the engine's machine.",
      },
      {
        cause: "wrong name",
        said: /certificate is (?:not )?valid for|doesn't contain any IP SANs|legacy Common Name/,
        message: "The certificate of the registry {registry} is for a different host name: {words}",
        nextStep:
          "Use a host name that the certificate lists, or have a new certificate issued for this one.",
      },
      {
        cause: "unknown authority",
        said: /unknown authority|self.signed/i,
        message:
          "The engine does not trust the certificate of the registry {registry}; it may be self-signed: {words}",
        nextStep:
          "On the engine's machine put the certificate of the registry's authority at /etc/docker/certs.d/{registry}/ca.crt; the engine reads it at once. With Docker Desktop add it to the system's certificates and restart.",
      },
      {
        cause: "client certificate",
        said: /bad certificate|certificate required/,
        message: "The registry {registry} requires a client certificate from the engine: {words}",
        nextStep:
          "Put client.cert and client.key into /etc/docker/certs.d/{registry} on the engine's machine.",
      },
    ],
  },
  "registry-failed": {
    message: "The registry reported an error: {words}",
    nextStep: "Try again in a while. If it keeps happening, tell the registry's operator.",
  },
  "invalid-request": {
    message: "The engine rejected the request: {words}",
    nextStep: "Correct the value and try again.",
  },
};
