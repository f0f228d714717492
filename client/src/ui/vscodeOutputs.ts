import * as vscode from "vscode";
import { plainText } from "./plainText";
import type { Output } from "./ui";

export interface Outputs extends vscode.Disposable {
  get(name: string): Output;
}

/** Output channels by name, each made when it is first written to. */
export function openOutputs(): Outputs {
  const channels = new Map<string, vscode.OutputChannel>();
  const begun = new Map<string, AbortController>();

  const channelOf = (name: string): vscode.OutputChannel => {
    const known = channels.get(name);
    if (known) return known;
    const channel = vscode.window.createOutputChannel(plainText(name));
    channels.set(name, channel);
    return channel;
  };

  return {
    get: (name) => ({
      append: (text) => channelOf(name).append(plainText(text)),
      begin() {
        begun.get(name)?.abort();
        channels.get(name)?.clear();
        const controller = new AbortController();
        begun.set(name, controller);
        return controller.signal;
      },
      show: () => channelOf(name).show(true),
    }),
    dispose() {
      for (const controller of begun.values()) controller.abort();
      for (const channel of channels.values()) channel.dispose();
      channels.clear();
    },
  };
}
