import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "../../../client/src/commands/command";
import { commandContributions } from "../../../client/src/commands/contributions";

const base = { id: "images.run", title: "Run…", palette: "always", run: async () => undefined } as const;

function contributed(parts: Partial<Command>) {
  return commandContributions([{ ...base, ...parts }]);
}

test("a command is named once, with its icon and the extension's prefix", () => {
  assert.deepEqual(contributed({ icon: "play" }).commands, [
    { command: "drydock.images.run", title: "Run…", category: "Drydock Images", icon: "$(play)" },
  ]);
});

test("a row's menu matches exactly the rows it names, in a trusted workspace", () => {
  const { menus } = contributed({
    menus: [
      { menu: "view/item/context", rows: ["image.tagged.used", "image.tagged.unused"], group: "inline@1" },
    ],
  });
  assert.deepEqual(menus["view/item/context"], [
    {
      command: "drydock.images.run",
      when: "viewItem =~ /^(?:image\\.tagged\\.used|image\\.tagged\\.unused)$/ && isWorkspaceTrusted",
      group: "inline@1",
    },
  ]);
});

test("the palette hides what needs a row, and what a browser can't do", () => {
  const when = (parts: Partial<Command>) => contributed(parts).menus["commandPalette"];
  assert.deepEqual(when({ palette: "never" }), [{ command: "drydock.images.run", when: "false" }]);
  const outsideBrowser = "(!isWeb || remoteName) && !drydock.web";
  assert.deepEqual(when({}), [
    { command: "drydock.images.run", when: `isWorkspaceTrusted && ${outsideBrowser}` },
  ]);
  assert.deepEqual(when({ trust: "not needed" }), [{ command: "drydock.images.run", when: outsideBrowser }]);
});

test("a keybinding asks for the focused view's selection", () => {
  const { keybindings } = contributed({
    keybinding: { key: "delete", mac: "cmd+backspace", when: ["focusedView == drydock.images", "listFocus"] },
  });
  assert.deepEqual(keybindings, [
    {
      command: "drydock.images.run",
      key: "delete",
      mac: "cmd+backspace",
      when: "focusedView == drydock.images && listFocus && isWorkspaceTrusted",
      args: "selection",
    },
  ]);
});
