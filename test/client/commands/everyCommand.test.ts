import assert from "node:assert/strict";
import { test } from "node:test";
import { commands } from "../../../client/src/commands";

test("every command can be had from the palette, where it asks what it is for", () => {
  const others = commands.filter(({ palette }) => palette === "never").map(({ id }) => id);
  // Each of these is another command there, one that asks first.
  assert.deepEqual(others, ["images.pullAgain", "images.pullAgainForPlatform"]);
});

test("no button of a view's title takes the row that happens to be selected", () => {
  // The editor hands it over all the same; what a command is on is what it takes of that.
  const titles = commands.filter(({ menus = [] }) => menus.some(({ menu }) => menu === "view/title"));
  assert.ok(titles.length > 10);
  assert.deepEqual(
    titles.filter(({ on }) => on?.includes("image") || on?.includes("container")).map(({ id }) => id),
    [],
  );
});

test("every command of a row is in its menu in words, and not as an icon alone", () => {
  for (const { id, menus = [] } of commands) {
    const places = menus.filter(({ menu }) => menu === "view/item/context");
    const isInline = places.some(({ group }) => group.startsWith("inline"));
    if (isInline)
      assert.ok(
        places.some(({ group }) => !group.startsWith("inline")),
        id,
      );
  }
});
