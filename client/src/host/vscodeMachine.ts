import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Machine } from "../commands/machine";
import type { Endpoint } from "../engine/endpoint";
import { portIsFree } from "./portIsFree";
import { programOnPort } from "./programOnPort";

/** How long a port may take to accept a connection before it counts as closed. */
const connectMs = 2000;

/** How long a connection must hold. */
const steadyMs = 200;

export function createMachine(endpoint: () => Promise<Endpoint>): Machine {
  return {
    get shell() {
      return /powershell|pwsh|cmd\.exe/i.test(vscode.env.shell) ? "powershell" : "posix";
    },
    environment: process.env,
    async engineHost() {
      return hostOf(await endpoint());
    },
    async engineIsLocal() {
      return ["localhost", "127.0.0.1", "::1"].includes(hostOf(await endpoint()));
    },
    portIsFree,
    programOnPort,
    portAnswers,
    async wait(milliseconds, signal) {
      await sleep(milliseconds, undefined, { ...(signal && { signal }) });
    },
  };
}

/** Sockets and pipes are this machine's, even where a virtual machine is behind them: it forwards its ports. */
function hostOf(endpoint: Endpoint): string {
  if (endpoint.kind === "tcp") return endpoint.host;
  // An alias of the ssh configuration may mean nothing to a browser, yet it is the best that is known.
  if (endpoint.kind === "ssh") return endpoint.destination;
  return "localhost";
}

/**
 * Docker's proxy accepts connections before the container listens and drops them at once, so only a connection that
 * stays open for a moment, or says something, counts.
 */
function portAnswers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answers: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answers);
    };
    const timer = setTimeout(() => settle(false), connectMs);
    socket.once("connect", () => setTimeout(() => settle(!socket.destroyed), steadyMs));
    socket.once("data", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
  });
}
