import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { CommandId } from "../../../client/src/commands/command";
import type { Subject } from "../../../client/src/selection/subject";
import type { InMemoryHostOptions } from "../inMemoryHost";
import type { CaseTools } from "./rowCases";

/** A command that offers the line of what it has just done. */
export interface NoticeCase {
  readonly replies: InMemoryHostOptions["replies"];
  /** Makes what both the command and its line start from, on an engine that is cleared. */
  begin?(): Promise<Subject | undefined>;
  /** What there is afterwards, to be the same on both ways. */
  effect(): Promise<unknown>;
}

/** What a shell would make something of, if it were not quoted. */
const odd = 'it\'s "$HOME" `id` $(id) ; a|b & c > d * ~ # ! \\ {x,y}';

/** What docker makes of it is what Drydock has to make of it. */
const environmentFile = [
  "\ufeffFIRST=after a mark",
  "# a comment",
  "",
  "  INDENTED=yes",
  'QUOTED="kept $HOME" # as it is ',
  "EMPTY=",
  "NOT_SET_ANYWHERE",
  "EQUALS=a=b=c",
  "WINDOWS=line\r",
  "export=x",
].join("\n");

export function noticeCases({ stock, registry, oddFolder }: CaseTools): Readonly<Record<string, NoticeCase>> {
  const { engine, container, image, tagged, tags, states } = stock;
  const pulled = `${registry.domain}/me/pulled`;
  const filesPath = join(oddFolder, "files.tar");
  const imagePath = join(oddFolder, "an image's.tar");
  const environmentPath = join(oddFolder, "an app's.env");

  const pulls: NoticeCase = {
    replies: { "Which image": pulled },
    async begin() {
      await tagged(`${pulled}:latest`);
      await engine.images.push(`${pulled}:latest`, {});
      await engine.images.remove(`${pulled}:latest`);
      return undefined;
    },
    effect: tags,
  };

  return {
    "images.run": {
      async begin() {
        writeFileSync(environmentPath, environmentFile);
        return tagged("alpine:3.20");
      },
      replies: {
        "Name the container": "odd-one",
        "Files with a NAME": environmentPath,
        "Run it like this": ["Environment", "Env Files", "Volumes", "Network", "Restart", "Command", "Run"],
        "Type NAME=value": [`WORDS=${odd}`, ""],
        "path in the container": "/data's $x",
        "What do you want to mount at": "A Folder, Read-Only",
        "folder's full path": oddFolder,
        "Containers on the same network": "none",
        "engine restart it": "unless-stopped",
        "What to run": `sh -c 'echo "$WORDS"; sleep 1000'`,
      },
      async effect() {
        const { environment, mounts, networks, restartPolicy, command, state, tty, autoRemove } =
          await engine.containers.inspect("odd-one");
        assert.ok(environment.includes(`WORDS=${odd}`));
        assert.ok(environment.includes('QUOTED="kept $HOME" # as it is '));
        assert.equal(mounts[0]?.source, oddFolder);
        return {
          environment: environment.toSorted(),
          mounts,
          networks,
          restartPolicy,
          command,
          state,
          tty,
          autoRemove,
        };
      },
    },
    "images.pull": pulls,
    "images.pullForPlatform": { ...pulls, replies: { ...pulls.replies, "Which platform": "linux/amd64" } },
    "images.search": {
      replies: {
        "looking for": "mysql",
        "Choose one to pull": "mysql",
        "want to do with it": "Copy as docker Command",
      },
      effect: async () => undefined,
    },
    "images.tag": {
      begin: () => tagged("alpine:3.20"),
      replies: { "another name": "me/again:1" },
      effect: tags,
    },
    "images.push": {
      begin: () => tagged(`${registry.domain}/me/told:3`),
      replies: {},
      effect: () => registry.tags("me/told"),
    },
    "images.save": {
      async begin() {
        rmSync(imagePath, { force: true });
        return tagged("me/saved:1.0");
      },
      replies: { "Save Images": imagePath },
      effect: async () => readFileSync(imagePath).length,
    },
    "images.load": {
      async begin() {
        await tagged("me/loaded:1");
        writeFileSync(imagePath, await buffer(await engine.images.save(["me/loaded:1"])));
        await engine.images.remove("me/loaded:1");
        return undefined;
      },
      replies: { "Load Images": imagePath },
      effect: tags,
    },
    "images.import": {
      async begin() {
        writeFileSync(filesPath, Buffer.alloc(10_240));
        return undefined;
      },
      replies: { "Import File System": filesPath, "Name the new image": "me/imported:1" },
      effect: async () => (await engine.images.inspect("me/imported:1")).layers,
    },
    "images.remove": {
      async begin() {
        await image("me/removed:1");
        await container("holder", "running", "me/removed:1");
        return stock.row("me/removed:1");
      },
      replies: {},
      effect: async () => [await tags(), await states()],
    },
    "images.prune": {
      async begin() {
        await container("keeps", "created");
        await image("me/unused:1");
        return undefined;
      },
      replies: { "want to remove": "All Unused" },
      effect: tags,
    },
    "containers.rename": {
      begin: () => container("before"),
      replies: { "A new name": "after" },
      effect: states,
    },
    "containers.commit": {
      begin: () => container("work"),
      replies: {
        "A name for the new image": "me/committed:1",
        "A message": odd,
        "Its author": `O'Neill <"$USER"@example.com>`,
        "Type an instruction": [`LABEL words="it's $x"`, `CMD ["sh", "-c", "echo $HOME"]`, ""],
      },
      async effect() {
        const { comment, author, labels, command } = await engine.images.inspect("me/committed:1");
        assert.equal(comment, odd);
        return { comment, author, labels, command };
      },
    },
    "containers.prune": {
      async begin() {
        await container("over", "created");
        await container("goes-on");
        return undefined;
      },
      replies: {},
      effect: states,
    },
  } satisfies Partial<Record<CommandId, NoticeCase>>;
}
