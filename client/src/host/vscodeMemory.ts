import type { Memento } from "vscode";
import type { Memory } from "../commands/memory";

export function createMemory(state: Memento): Memory {
  return {
    get(key) {
      const value = state.get(key);
      return typeof value === "string" ? value : undefined;
    },
    async set(key, value) {
      await state.update(key, value);
    },
  };
}
