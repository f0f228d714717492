import type { ConnectionFailure, KindWording } from "./wording";

/** Why no engine answers. Each is a welcome text of the views, too; the manifest's are generated from these. */
export const connectionWordings: Readonly<Record<ConnectionFailure, KindWording>> = {
  "engine-not-found": {
    message: "No Docker engine was found at {engine}.",
    nextStep:
      "Install Docker or another engine, or point DOCKER_HOST or the Docker context to the one you have, then retry.",
  },
  "context-not-found": {
    message: "The selected Docker context does not exist: {words}",
    nextStep:
      "Choose another one with “Use Docker Context…”, or correct DOCKER_CONTEXT or docker's config file.",
  },
  "settings-invalid": {
    message: "Docker's settings can't be used: {words}",
    nextStep: "Correct that setting or file; “Diagnose Connection” lists them all.",
  },
  "engine-stopped": {
    message: "The Docker engine at {engine} is not running.",
    nextStep:
      "Start it, for example with Docker Desktop or “sudo systemctl start docker”; Drydock reconnects automatically.",
  },
  "permission-denied": {
    message: "You don't have permission to use the Docker engine at {engine}.",
    nextStep:
      "Add your user to the group that owns the socket, with “sudo usermod -aG docker $USER”, then log out and in again.",
  },
  "tls-failed": {
    message: "TLS failed between this machine and the Docker engine at {engine}: {words}",
    nextStep: "Check the certificates of the Docker context, or DOCKER_CERT_PATH and DOCKER_TLS_VERIFY.",
    causes: [
      {
        cause: "tls-wanted",
        said: /HTTP request to an HTTPS server/,
        message: "The Docker engine at {engine} requires TLS, but the connection does not use it.",
        nextStep:
          "Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, or create a Docker context with its certificates.",
      },
      {
        cause: "tls-not-spoken",
        said: /wrong version number|packet length too long/i,
        message: "The Docker engine at {engine} does not speak TLS.",
        nextStep:
          "Check the port: docker's is 2376 with TLS and 2375 without. Unset DOCKER_TLS_VERIFY only if you trust the whole network in between.",
      },
      {
        cause: "tls-client-refused",
        said: /bad certificate|certificate required|unknown ca|certificate unknown|handshake failure/i,
        message: "The Docker engine at {engine} rejected your client certificate, or did not get one.",
        nextStep:
          "Put the cert.pem and key.pem that its administrator gave you into DOCKER_CERT_PATH or the Docker context.",
      },
      {
        cause: "tls-expired",
        said: /certificate (?:has expired|is not yet valid)|CERT_HAS_EXPIRED/i,
        message: "The certificate of the Docker engine at {engine} has expired or is not valid yet: {words}",
        nextStep: "Have the engine's administrator renew it, and check this machine's clock.",
      },
      {
        cause: "tls-wrong-name",
        said: /altnames|Hostname\/IP does not match/i,
        message: "The certificate of the Docker engine at {engine} is for a different host name: {words}",
        nextStep:
          "Use a host name that the certificate lists, or have a new certificate issued for this one.",
      },
      {
        cause: "tls-untrusted",
        said: /self.signed|unable to (?:verify|get)/i,
        message:
          "The certificate of the Docker engine at {engine} was not issued by an authority that this machine trusts: {words}",
        nextStep:
          "Put the ca.pem of the engine's certificate authority into DOCKER_CERT_PATH or the Docker context.",
      },
    ],
  },
  "ssh-failed": {
    message: "The ssh connection to {engine} failed: {words}",
    nextStep: "Try “ssh {ssh}” in a terminal; whatever fixes it there fixes it here, too.",
    causes: [
      {
        cause: "ssh-missing",
        said: /is not on the PATH/,
        message: "The engine is reached over ssh, but this machine has no ssh program on the PATH.",
        nextStep: "Install OpenSSH's client, then restart the editor.",
      },
      {
        cause: "ssh-host-changed",
        said: /IDENTIFICATION HAS CHANGED/,
        message: "The host at {engine} has a different key than the one you know it by.",
        nextStep:
          "Ask whoever runs it whether the key was changed: someone may be intercepting the connection. Only then remove the old key with “ssh-keygen -R” and connect once in a terminal.",
      },
      {
        cause: "ssh-host-unknown",
        said: /Host key verification failed/,
        message:
          "The key of the host at {engine} is not known yet, and Drydock does not accept unknown keys for you.",
        nextStep:
          "Connect to it once in a terminal with “ssh {ssh}”, compare the fingerprint, and accept it if it is right.",
      },
      {
        cause: "ssh-login-refused",
        said: /Permission denied \(|Too many authentication failures/,
        message: "The host at {engine} rejected your login: {words}",
        nextStep:
          "If your key has a passphrase, load it with “ssh-add” first. Otherwise add your public key to ~/.ssh/authorized_keys on that host.",
      },
      {
        cause: "ssh-unreachable",
        said: /Could not resolve hostname|Connection (?:refused|timed out)|No route to host|Network is unreachable/,
        message: "The host at {engine} could not be reached over ssh: {words}",
        nextStep:
          "Check the host's name and port, and whether it is up; “ssh {ssh}” in a terminal must work first.",
      },
      {
        cause: "ssh-without-docker",
        said: /docker: (?:command )?not found|command not found: docker|docker.*(?:is not recognized|No such file)|is not a docker command/i,
        message: "The host at {engine} was reached, but it has no suitable docker command: {words}",
        nextStep:
          "Install docker's command line there, version 18.09 or newer, and put it on the PATH that ssh gives.",
      },
    ],
  },
  "connection-lost": {
    message: "The connection to the Docker engine at {engine} was lost.",
    nextStep:
      "The engine may have been stopped or restarted. Drydock reconnects automatically; then try again.",
  },
  "timed-out": {
    message: "The Docker engine at {engine} did not answer in time.",
    nextStep: "Check that the engine is healthy and its host reachable, then try again.",
  },
  "engine-too-new": {
    message: "The Docker engine at {engine} is too new for this version of Drydock: {words}",
    nextStep: "Update Drydock.",
  },
  "engine-too-old": {
    message: "The Docker engine at {engine} is too old for Drydock: {words}",
    nextStep: "Update it to version 20.10 or newer.",
  },
};
